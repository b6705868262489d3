/** Control, zero-width and direction characters: they change what a text is and not how it looks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u3164]/gu;

/** A text with its unseen characters named; line ends stay. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (c) =>
    c === '\n' ? c : `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );

/** Which language a text is read in, by its characters: Han text gets its font and voice even inside an English screen. */
export const langOf = (text: unknown): 'zh-CN' | undefined =>
  typeof text === 'string' && /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;
