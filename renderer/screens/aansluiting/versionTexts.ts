import { brand } from '../../app/brand.ts';
import type { Path } from '../../../shared/api/aansluiting.ts';
import { longDate } from '../uitwisselen/moments.ts';

/** The editions of the Programma van Eisen by which this program exchanges, in Dutch words. */
const editions: Readonly<Record<string, string>> = {
  '2014-12': 'de uitgave van december 2014',
  '2015-11': 'de uitgave van november 2015',
};

/** What BRON asks on the day that exchanging begins, and that this program does so (Stappenplan step 3). */
export function editionText({ version: { edition }, plan: { start, day } }: Pick<Path, 'version' | 'plan'>): string {
  const on = start !== undefined && start > day ? `op ${longDate(start)}, de dag van de start,` : 'vandaag';
  const named = editions[edition];
  return named === undefined
    ? `BRON vraagt ${on} een uitgave van het Programma van Eisen die dit programma niet kent. Vraag uw leverancier om een nieuwe versie.`
    : `BRON vraagt ${on} ${named} van het Programma van Eisen. Zo wisselt dit programma uit: het hoeft daarvoor niet anders ingesteld.`;
}

/** What has to be done when the contactgegevens name another version; undefined when they name this one. */
export const otherVersion = (program: string, named: string): string | undefined =>
  named.trim() === '' || named.trim() === `${brand.name} ${program}`
    ? undefined
    : `In de contactgegevens staat als LAS “${named.trim()}”. Pas dat aan bij stap 2, en in Mijn BRON.`;
