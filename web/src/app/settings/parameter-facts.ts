import type { Parameter } from '../../protocol/catalog';
import { formatValue } from '../text/format';
import { settingsStrings } from '../text/en/settings';

const words = () => settingsStrings();

/** Range, default and effect of a parameter: `0 to 1, default 0.01, takes effect at once.` */
export function parameterFacts(parameter: Parameter): string {
  const effect = parameter.live ? words().live : words().restarts;
  const facts = [...rangeOf(parameter), words().defaultIs(defaultTitle(parameter)), effect];
  const text = facts.join(', ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function rangeOf(parameter: Parameter): string[] {
  if (parameter.type === 'text') return [words().longest(parameter.max_length)];
  if (parameter.type !== 'number' && parameter.type !== 'integer') return [];
  return [words().range(formatValue(parameter.min), formatValue(parameter.max))];
}

function defaultTitle(parameter: Parameter): string {
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return formatValue(parameter.default);
    case 'boolean':
      return parameter.default ? words().on : words().off;
    case 'text':
      return parameter.default;
    case 'choice':
      return parameter.options.find(({ id }) => id === parameter.default)?.title ?? '';
  }
}
