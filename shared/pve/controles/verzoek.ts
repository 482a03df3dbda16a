import type { Message } from '../berichten/messages.ts';
import { fillOmschrijving } from '../signalen/signalen.ts';
import type { Controle } from './controle.ts';
import { pgnChoice } from './header.ts';
import { judgeControles } from './judge.ts';
import { personControles } from './person.ts';
import { AANVULLEND } from './readings.ts';
import type { ControleContext, Finding } from './types.ts';
import { findVestiging } from './vestiging.ts';

/**
 * The rows of PvE 4.2.7; judged without register, so by how the sleutelgegevens are filled only. That they do not belong together (752,
 * 753) refuses berichten 1, 3 and 4 (PvE 5.6); here who is not found stays out of the answer (PvE 5.6.12; reading R30, assumed).
 */
const personRows: readonly Controle[] = [pgnChoice, ...personControles];

/** What a verzoek registratieoverzicht is judged by. */
export interface VerzoekContext extends Pick<ControleContext, 'school' | 'deliveredOn' | 'edition'> {
  verzoek: Message<5>;
}

/**
 * Judges a verzoek registratieoverzicht: the persons asked for (PvE 4.2.7) and the vestiging (397, PvE 4.2.11, whatever the date; that
 * it is an inspectielocatie is no ground here).
 */
export function judgeVerzoek({ verzoek, ...known }: VerzoekContext): Finding[] {
  const selectie = verzoek.selectiegegevens?.[0] ?? {};
  const persons = (selectie.persoon ?? []).flatMap((person, voorkomen) => {
    const judged = judgeControles({ ...known, content: { persoonMetPgn: [person] } }, personRows);
    return judged.map(({ finding }) => ({ ...finding, gegevensgroep: 'persoon', voorkomen }));
  });
  const { vestigingsvolgnummer } = selectie;
  if (!vestigingsvolgnummer || findVestiging(known.school, vestigingsvolgnummer)) return persons;
  const omschrijving = fillOmschrijving('397', { waarde: vestigingsvolgnummer, brin: known.school.brinnummer });
  return [
    ...persons,
    {
      code: '397',
      ernst: 'A',
      gegevensgroep: 'selectiegegevens',
      element: 'vestigingsvolgnummer',
      omschrijving,
      section: AANVULLEND,
    },
  ];
}
