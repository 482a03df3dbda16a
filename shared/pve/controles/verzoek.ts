import type { Message } from '../berichten/messages.ts';
import { fillOmschrijving } from '../signalen/signalen.ts';
import type { Controle } from './controle.ts';
import { pgnChoice } from './header.ts';
import { judgeControles } from './judge.ts';
import { personControles } from './person.ts';
import type { ControleContext, Finding } from './types.ts';
import { findVestiging } from './vestiging.ts';

/**
 * The rows of PvE 4.2.7 that hold for every message with a PGN. Those of ernst S cannot be told here: a registratieoverzicht carries no
 * signalen (PvE 5.6.12).
 */
const personRows: readonly Controle[] = [pgnChoice, ...personControles.filter(({ ernst }) => ernst === 'A')];

type Person = NonNullable<NonNullable<Message<5>['selectiegegevens']>[number]['persoon']>[number];

/** What a verzoek registratieoverzicht is judged by. */
export interface VerzoekContext extends Pick<ControleContext, 'school' | 'deliveredOn' | 'edition'> {
  verzoek: Message<5>;
  /** Whether PGN, geboortedatum and geslacht of a person were found together. */
  personFound: (person: Person) => boolean;
}

/**
 * Judges a verzoek registratieoverzicht: the persons asked for (PvE 4.2.7) and the vestiging (397, PvE 4.2.9.12, whatever the date; that
 * it is an inspectielocatie is no ground here). A person who is known but not enrolled is no finding: he is left out of the answer.
 */
export function judgeVerzoek({ verzoek, personFound, ...known }: VerzoekContext): Finding[] {
  const selectie = verzoek.selectiegegevens?.[0] ?? {};
  const persons = (selectie.persoon ?? []).flatMap((person, voorkomen) => {
    const register = { personFound: personFound(person), others: [], deleted: [] };
    const judged = judgeControles({ ...known, content: { persoonMetPgn: [person] }, register }, personRows);
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
      section: '4.2.9.12',
    },
  ];
}
