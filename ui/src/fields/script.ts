/** Which language a text is read in, by its characters: Han text gets its font and voice even inside an English screen. */
export const langOf = (text: unknown): 'zh-CN' | undefined =>
  typeof text === 'string' && /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;
