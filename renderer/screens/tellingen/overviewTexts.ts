import type { Output } from '../../../shared/api/contract.ts';
import { longDate } from '../uitwisselen/moments.ts';

type Page = Output<'tellingen.vergelijkingsoverzicht'>;

/** What can be said of the vergelijkingsoverzicht, in a heading and a sentence (Stappenplan step 12). */
export function stateTexts({ state, newBy = '' }: Pick<Page, 'state' | 'newBy'>): { title: string; text: string } {
  switch (state) {
    case 'none':
      return {
        title: 'Er is geen vergelijkingsoverzicht.',
        text: 'Mijn BRON heeft er geen voor uw school. Dan zijn de gegevens van uw ambulant begeleide leerlingen in BRON en bij DUO-CFI gelijk, of er is nog niets vergeleken. U hoeft niets te doen.',
      };
    case 'unknown':
      return {
        title: 'Nog niet bekend of er een vergelijkingsoverzicht is.',
        text: 'Haal het op, of download het in Mijn BRON en lees het bestand in.',
      };
    case 'open':
      return { title: 'Dit is het laatste vergelijkingsoverzicht.', text: 'Loop de verschillen hieronder na.' };
    case 'waiting':
      return {
        title: 'Er kan nog een nieuw vergelijkingsoverzicht komen.',
        text: `Op de dag waarop dit is gemaakt, of daarna, hebt u nog uitgewisseld. Tot en met ${longDate(newBy)}, de zevende werkdag, kan er een nieuw komen. Wat hieronder staat, kan al zijn opgelost.`,
      };
    case 'toFetch':
      return {
        title: 'Haal het vergelijkingsoverzicht opnieuw op.',
        text: `De zeven werkdagen na uw uitwisseling zijn voorbij, op ${longDate(newBy)}. Is er geen nieuw, dan komen de gegevens overeen.`,
      };
    case 'agreed':
      return {
        title: 'De gegevens komen overeen.',
        text: `Er kwam tot en met ${longDate(newBy)}, zeven werkdagen na uw uitwisseling, geen nieuw vergelijkingsoverzicht. Wat hieronder staat, is opgelost.`,
      };
  }
}

/** The two rules by which a difference is judged (Stappenplan step 12). */
export const judgeTexts = [
  'Klopt uw administratie niet, verbeter die dan en wissel opnieuw uit.',
  'Klopt BRON en klopt DUO-CFI niet, dan hoeft u niets te doen. Noteer dan dat het verschil bewust is, zodat u het later terugziet.',
] as const;
