/** The tag of a language, and its words for what has no table: quantities and actions by name. */
interface Language {
  tag: string;
  names: Readonly<Record<string, string>>;
}

let language: Language = { tag: 'en', names: {} };

/** From now on, drawings and numbers are in this language; English until then. */
export function setLanguage(tag: string, names: Language['names'] = {}): void {
  language = { tag, names };
}

/** What the language calls a quantity or an action that has this name in English. */
export const nameOf = (english: string): string => language.names[english] ?? english;

/** Writes numbers as the language does, with a minus sign. */
export function numerals(options: Intl.NumberFormatOptions): (value: number) => string {
  const formats: Record<string, Intl.NumberFormat> = {};
  return (value) => {
    const { tag } = language;
    return (formats[tag] ??= new Intl.NumberFormat(tag, options)).format(value).replace('-', '−');
  };
}

/** A time of a day, as the language writes it. */
export function moment(time: number): string {
  const form = new Intl.DateTimeFormat(language.tag, { dateStyle: 'medium', timeStyle: 'short' });
  return form.format(time);
}

const tenths = numerals({ minimumFractionDigits: 1 });

/** Digits as JavaScript has them, with the language's decimal sign and minus signs. */
export function written(digits: number | string): string {
  return String(digits).replaceAll('-', '−').replace('.', tenths(0.5)[1]!).replace('e+', 'e');
}
