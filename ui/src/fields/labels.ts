/** Names of registers, fields, choices and sections: from Fluent by convention, or the officer's own for her fields. */
import type { FieldInfo } from '../bindings';
import { t, t2, tongue } from '../i18n';

/** A word in the working language and in the second one beneath it. */
export interface Label {
  first: string;
  second: string;
}

const label = (id: string): Label => ({ first: t(id), second: t2(id) });

export const registerLabel = (register: string): Label => label(register);
export const pluralLabel = (register: string): Label => label(`${register}-plural`);
export const sectionLabel = (register: string, section: string): Label => label(`${register}-section-${section}`);

export function fieldLabel(register: string, field: Pick<FieldInfo, 'key' | 'custom'>): Label {
  const own = field.custom;
  if (!own) return label(`${register}-${field.key}`);
  const words = { en: own.en, 'zh-CN': own.zh, it: own.it };
  return { first: words[tongue.language] || own.en || own.zh, second: words[tongue.second] || own.zh || own.en };
}

/** The words of a custom field's choice are the officer's own. */
export function choiceLabel(register: string, field: Pick<FieldInfo, 'key' | 'custom'>, choice: string): Label {
  return field.custom ? { first: choice, second: '' } : label(`${register}-${field.key}--${choice}`);
}
