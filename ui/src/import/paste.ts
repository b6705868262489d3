// Cells copied in a spreadsheet program, on their way into a list or the import page.

import { toasts } from '../app';
import { t } from '../i18n';

/** What a box takes stays in the box; what is pasted over a dialog is not meant for the page beneath it. */
const taken = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]');

/** The text of a paste that no box takes. */
export function pastedText(event: ClipboardEvent): string | null {
  if (event.defaultPrevented || taken(event.target)) return null;
  return event.clipboardData?.getData('text/plain') || null;
}

/** More than one cell: a single one is no table. */
export const isBlock = (text: string): boolean => /[\t\n\r]/.test(text.trimEnd());

/** What lies on the clipboard, for a button. A page that may not look is told how to paste. */
export async function clipboardText(): Promise<string | null> {
  try {
    const text = await navigator.clipboard.readText();
    if (text.trim() !== '') return text;
    toasts.show(t('error-paste_empty'));
  } catch {
    toasts.show(t('paste-by-key'));
  }
  return null;
}

/** WebKit fires no paste where nothing can be typed, unless it is told that the page would take it. */
export function takesPaste() {
  const enable = (event: Event) => taken(event.target) || event.preventDefault();
  document.addEventListener('beforepaste', enable);
  return () => document.removeEventListener('beforepaste', enable);
}
