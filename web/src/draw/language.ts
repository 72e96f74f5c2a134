let tag = 'en';
let names: Readonly<Record<string, string>> = {};

/** From now on drawings and numbers are in this language, with its words for names in English. */
export function setLanguage(language: string, words = {}): void {
  [tag, names] = [language, words];
}

/** The tag of the language; English at first. */
export const languageTag = (): string => tag;

/** What the language calls a quantity or an action that has this name in English. */
export const nameOf = (english: string): string => names[english] ?? english;

/** Writes numbers as the language does, with a minus sign. */
export function numerals(options: Intl.NumberFormatOptions): (value: number) => string {
  const formats: Record<string, Intl.NumberFormat> = {};
  return (value) =>
    (formats[tag] ??= new Intl.NumberFormat(tag, options)).format(value).replace('-', '−');
}

const tenths = numerals({ minimumFractionDigits: 1 });

/** Digits as JavaScript has them, with the language's decimal sign and minus signs. */
export function written(digits: number | string): string {
  return `${digits}`.replaceAll('-', '−').replace('.', tenths(0.5)[1]!).replace('e+', 'e');
}
