import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { InschrijvingWpo } from '../../../shared/pve/berichten/content.ts';
import { sameVestiging } from '../../../shared/pve/controles/vestiging.ts';
import { judgeVerzoek } from '../../../shared/pve/controles/verzoek.ts';
import type { InschrijvingRow } from '../register/inschrijvingen.ts';
import { judgingFacts } from './facts.ts';
import { identify } from './identify.ts';
import { refuse, type Handler, type HandlerParts } from './parts.ts';
import { persoonsgegevens, signaal } from './terugkoppeling.ts';

type Selectie = NonNullable<Message<5>['selectiegegevens']>[number];
type Registered = NonNullable<Message<12>['persoon']>[number];

/** What the selection looks at; inschrijvingen WPO and WEC have it in common. */
type Inschrijving = Pick<InschrijvingWpo, 'datumInschrijving' | 'datumUitschrijving' | 'vestiging'>;

/** Whether an inschrijving is valid on a date: from datum inschrijving to datum uitschrijving, both included. */
const isValidOn = ({ datumInschrijving, datumUitschrijving }: Inschrijving, date: string) =>
  datumInschrijving !== undefined &&
  datumInschrijving <= date &&
  (datumUitschrijving === undefined || datumUitschrijving >= date);

/** Reading R28: the vestiging where the pupil is placed on that date. The voorkomens are kept in the order of their dates. */
const vestigingOn = ({ vestiging }: Inschrijving, date: string) =>
  vestiging?.findLast(({ begindatum }) => begindatum !== undefined && begindatum <= date)?.vestigingsvolgnummer;

function isSelected(inschrijving: Inschrijving, { peildatum = '', vestigingsvolgnummer }: Selectie): boolean {
  if (!isValidOn(inschrijving, peildatum)) return false;
  if (vestigingsvolgnummer === undefined) return true;
  const placed = vestigingOn(inschrijving, peildatum);
  return placed !== undefined && sameVestiging(placed, vestigingsvolgnummer);
}

/** Handles bericht 5 (PvE 5.6.5, 5.6.12): all inschrijvingen of this BRIN on the peildatum, or those of the persons asked for. */
export function createRegistratieoverzichtHandler(parts: HandlerParts): Handler {
  const { messages, persons, inschrijvingen, voorraad, brp, scenarios } = parts;

  function registered(row: InschrijvingRow, peildatum: string): Registered {
    const person = persons.byId(row.person);
    // Bericht 12 does not give the datum oorspronkelijke inschrijving back.
    const { datumOorspronkelijkeInschrijving: _, ...inschrijving } = JSON.parse(row.content) as InschrijvingWpo;
    const { verplichteEindtoets } = JSON.parse(messages.content(row.message) ?? '{}') as Message<3>;
    const citizen = person.burgerservicenummer === null ? undefined : brp.byBsn(person.burgerservicenummer);
    const { postcode, land } = persons.addressOn(person.id, row.brinnummer, peildatum) ?? {};
    return {
      ...persoonsgegevens(person, citizen, { postcode: postcode ?? undefined, land: land ?? undefined }, inschrijving),
      [row.kind]: [inschrijving],
      ...(verplichteEindtoets ? { verplichteEindtoets } : {}),
      meldinggegevens: [
        {
          berichtidentificatie: messages.berichtidentificatie(row.message) ?? '',
          aanleverpuntnummer: row.aanleverpunt,
        },
      ],
    };
  }

  return (message, at) => {
    const verzoek = JSON.parse(message.content) as Message<5>;
    const selectie = verzoek.selectiegegevens?.[0] ?? {};
    const findings = [...judgeVerzoek({ ...judgingFacts(message, parts), verzoek }), ...scenarios.take(message)];
    if (findings.length > 0) {
      refuse(parts, message, findings.map(signaal), at);
      return;
    }
    if (!messages.settle(message.seq, 'answered', at)) return;
    const wanted =
      selectie.persoon &&
      new Set(selectie.persoon.map((person) => identify({ persoonMetPgn: [person] }, brp, persons).known?.id));
    const persoon = inschrijvingen
      .ofSchool(message.brinnummer)
      .filter(
        (row) => wanted?.has(row.person) !== false && isSelected(JSON.parse(row.content) as Inschrijving, selectie),
      )
      .map((row) => registered(row, selectie.peildatum ?? ''));
    const { berichtidentificatie } = message;
    voorraad.add(message, 12, { berichtidentificatie, ...(persoon.length > 0 ? { persoon } : {}) }, at);
  };
}
