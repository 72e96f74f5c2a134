/** Characters of the longest text, as a configuration has it. */
export const LONGEST_FORMULA = 2800;

/** A text as a configuration has it. */
export function escapeFormula(plain: string): string {
  return plain
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[^!-~]|[&=%]/gu, encodeURIComponent);
}

/** A text as it is read and written; as it stands where it is not an escaped one. */
export function unescapeFormula(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A text, escaped or not, as a configuration has it: what `%` stands for is not in doubt. */
export function canonicalFormula(text: string): string {
  return escapeFormula(unescapeFormula(text));
}

/** Whether a configuration, or a link, is about a task of formulas. */
export function isAboutFormula(text: string): boolean {
  return /=formula\b/.test(text);
}

/** Whether it has a written reward. */
export function isAboutReward(text: string): boolean {
  return /\breward=/.test(text);
}
