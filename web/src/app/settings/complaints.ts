import type { Parameter } from '../../protocol/catalog';
import { parseProblems } from '../../protocol/config';
import { settingsStrings } from '../text/en/settings';

/** What is wrong with a value asked for, by the key of the parameter to say it beside. */
export type Complaints = ReadonlyMap<string, string>;

const words = () => settingsStrings();

/** Puts the core's error lines about a change of `asked` beside every parameter concerned. */
export function explain(
  text: string,
  asked: Parameter,
  parameters: readonly Parameter[],
): Complaints {
  const complaints = new Map<string, string>();
  const add = (key: string, message: string) => {
    const before = complaints.get(key);
    complaints.set(key, before === undefined ? message : `${before} ${message}`);
  };
  for (const { key, message } of parseProblems(text)) {
    const reason = inWords(message, parameters);
    if (key === '' || key === asked.key) {
      add(asked.key, reason);
    } else {
      const title = parameters.find((parameter) => parameter.key === key)?.title ?? key;
      add(asked.key, words().changeOther(title, reason));
      add(key, words().changeThis(reason));
    }
  }
  return complaints;
}

/** What is wrong with a value that could not even be asked for. */
export function notPlain(parameter: Parameter, value: string): string {
  if (!('min' in parameter)) return words().notOneWord;
  return words().notPlain(value, `[${parameter.min}, ${parameter.max}]`);
}

/** Says `baseline=leave_one_out` with the titles that the form shows. */
function inWords(message: string, parameters: readonly Parameter[]): string {
  return message.replaceAll(
    /\b([a-z_]+)=([a-z_]+)\b/g,
    (pair: string, name: string, id: string) => {
      const parameter = parameters.find(({ key }) => key === name || key.endsWith(`.${name}`));
      if (parameter?.type !== 'choice') return pair;
      const title = parameter.options.find((option) => option.id === id)?.title ?? id;
      return `${parameter.title} “${title}”`;
    },
  );
}
