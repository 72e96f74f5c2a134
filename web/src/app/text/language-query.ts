import { languageTag } from '../../draw/language';

/** What an address says of the language; English need not be said. */
export function languageQuery(): string {
  return languageTag() === 'en' ? '' : `?lang=${languageTag()}`;
}
