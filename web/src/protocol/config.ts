/** Configuration text: `key=value` pairs, as the command line, the link and the core read them. */
export type Settings = ReadonlyMap<string, string>;

/** A message of the core about one parameter; `key` is `""` if it names none. */
export interface Problem {
  key: string;
  message: string;
}

const KEY = /^[a-z][a-z0-9_.]*$/;
const VALUE = /^[^\s&=]+$/;

/** Whether `value` can stand in configuration text without changing what surrounds it. */
export function isPlainValue(value: string): boolean {
  return VALUE.test(value);
}

/** Whether `key=value` can be a pair of configuration text. */
export function isPlainPair(key: string, value: string): boolean {
  return KEY.test(key) && isPlainValue(value);
}

/** Splits text into pairs; a later pair replaces an earlier one. Throws `Error` on other text. */
export function parseConfig(text: string): Settings {
  const settings = new Map<string, string>();
  for (const pair of text.split(/[\s&]+/).filter(Boolean)) {
    const equals = pair.indexOf('=');
    const key = pair.slice(0, Math.max(equals, 0));
    const value = pair.slice(equals + 1);
    if (!isPlainPair(key, value)) {
      throw new Error(`"${pair}" is not of the form key=value`);
    }
    settings.set(key, value);
  }
  return settings;
}

/** The reverse of `parseConfig`. Throws `Error` if a value would read as further pairs. */
export function formatConfig(settings: Settings): string {
  return [...settings]
    .map(([key, value]) => {
      if (!isPlainPair(key, value)) {
        throw new Error(`${key}: "${value}" is not a value`);
      }
      return `${key}=${value}`;
    })
    .join('&');
}

/** Reads the core's error lines, `key: message`. */
export function parseProblems(text: string): Problem[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const match = /^([a-z][a-z0-9_.]*): (.+)$/.exec(line);
      return match ? { key: match[1]!, message: match[2]! } : { key: '', message: line };
    });
}
