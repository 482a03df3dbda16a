import { isDeepStrictEqual } from 'node:util';
import { today } from '../../../shared/domain/clock.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { PersoonTerugkoppeling } from '../../../shared/pve/berichten/content.ts';
import { fillOmschrijving } from '../../../shared/pve/signalen/signalen.ts';
import { judgeInschrijvingAges } from '../processing/ages.ts';
import type { ProcessorParts } from '../processing/parts.ts';
import {
  brpGegevens,
  currentBrpGegevens,
  signalenOf,
  sleutelgegevens,
  type Duration,
} from '../processing/terugkoppeling.ts';
import type { InschrijvingRow } from '../register/inschrijvingen.ts';
import { ownBerichtidentificatie } from '../register/meta.ts';
import type { PersonRow } from '../register/persons.ts';
import type { Owner } from '../register/terugkoppelvoorraad.ts';
import type { BrpPerson } from '../registers/brp.ts';
import { counts, inschrijvingOf, receivers } from './schools.ts';

/** A pupil as BRON knows him, with the person of the BRP when there is a relation. */
interface Known {
  person: PersonRow;
  citizen?: BrpPerson | undefined;
}

type Mutatie = Omit<Message<15>, 'berichtidentificatie'>;

/** Bericht 15 (PvE 5.6.14): what BRON tells schools of its own accord. */
export interface SpontaneMutaties {
  /** A person of the BRP is now like this: tells the schools that see something change. Gives whom it told. */
  brpChanged(before: BrpPerson | undefined, after: BrpPerson): Owner[];
  /**
   * Does what may change the PGN of a pupil, and tells the schools of his inschrijvingen when it did; not the school whose message
   * led to it, which hears it in the answer.
   */
  changePgn(person: PersonRow, change: () => PersonRow, except?: string): { person: PersonRow; told: Owner[] };
}

/** From the first day of any of the inschrijvingen to the last of all; running when one runs. */
function spanOf(rows: readonly InschrijvingRow[]): Duration {
  const inschrijvingen = rows.map(inschrijvingOf);
  const ends = inschrijvingen.map(({ datumUitschrijving }) => datumUitschrijving);
  return {
    datumInschrijving: inschrijvingen.map(({ datumInschrijving = '' }) => datumInschrijving).sort()[0],
    ...(ends.includes(undefined) ? {} : { datumUitschrijving: ends.sort().at(-1) }),
  };
}

/**
 * What a school can see change. A fusie van gemeenten, after which only the datum ingang of an address differs, shows nothing: neither when
 * that date is another nor when the same address begins anew (PvE 5.6.14).
 */
function visible(citizen: BrpPerson, duration: Duration) {
  const { adres = [], ...rest } = brpGegevens(citizen, duration);
  const places = adres.map(({ datumIngangAdresBrp: _, ...place }) => place);
  return {
    ...rest,
    geheim: citizen.geheim === true,
    adres: places.filter((place, index) => !isDeepStrictEqual(place, places[index - 1])),
  };
}

/** An address that is and stays geheim is in neither, so that its change is no spontane mutatie. */
const brpDiffers = (before: BrpPerson, after: BrpPerson, duration: Duration) =>
  !isDeepStrictEqual(visible(before, duration), visible(after, duration));

/** The BRP gegevens that go with a change: all of the period when they changed, the present ones when the BRP relation is new. */
function gegevensAfter(before: Known, after: Known, duration: Duration): PersoonTerugkoppeling | undefined {
  if (!after.citizen) return undefined;
  if (!before.citizen) return currentBrpGegevens(after.citizen);
  return brpDiffers(before.citizen, after.citizen, duration) ? brpGegevens(after.citizen, duration) : undefined;
}

/** The signalen about the PGN and the BRP (PvE 4.2.11; 4.2.9.12 in the edition of 2014-12). */
const brpSignalen = ({ person: before }: Known, { person: after, citizen }: Known) =>
  [
    !before.burgerservicenummer && after.burgerservicenummer ? ['755'] : [],
    before.burgerservicenummer && !after.burgerservicenummer && before.onderwijsnummer ? ['756'] : [],
    citizen?.geheim ? ['956'] : [],
  ]
    .flat()
    .map((code) => ({ code, omschrijving: fillOmschrijving(code, {}) }));

const pgn = ({ burgerservicenummer, onderwijsnummer }: PersonRow) => burgerservicenummer ?? onderwijsnummer;

export function createSpontaneMutaties(parts: ProcessorParts): SpontaneMutaties {
  const { register, persons, inschrijvingen, voorraad, brp, meta, clock } = parts;

  function mutatie(
    before: Known,
    after: Known,
    brinnummer: string,
    rows: readonly InschrijvingRow[],
  ): Mutatie | undefined {
    const oud = sleutelgegevens(before.person, before.citizen);
    const nieuw = sleutelgegevens(after.person, after.citizen);
    const keyChanged = !isDeepStrictEqual(oud, nieuw);
    const gegevens = gegevensAfter(before, after, spanOf(rows));
    if (!keyChanged && !gegevens) return undefined;
    const { postcode, land } = persons.address(after.person.id, brinnummer) ?? {};
    const ages =
      oud.geboortedatum === nieuw.geboortedatum ? [] : judgeInschrijvingAges(rows, nieuw.geboortedatum, parts);
    return {
      ...(keyChanged ? { situatieOud: [oud] } : {}),
      situatieNieuw: [{ ...nieuw, ...(postcode ? { postcode } : {}), ...(land ? { land } : {}), ...gegevens }],
      ...signalenOf([...ages, ...brpSignalen(before, after)]),
    };
  }

  /** Tells every school of these inschrijvingen that sees something change. */
  function tell(before: Known, after: Known, rows: readonly InschrijvingRow[], except?: string): Owner[] {
    const date = today(clock);
    const concerned = rows.filter((row) => row.brinnummer !== except && counts(row, date));
    return [...Map.groupBy(concerned, ({ brinnummer }) => brinnummer)].flatMap(([brinnummer, own]) => {
      const content = mutatie(before, after, brinnummer, own);
      if (!content) return [];
      return receivers(brinnummer, own, parts).map((aanleverpunt) => {
        const owner = { brinnummer, aanleverpunt };
        const berichtidentificatie = ownBerichtidentificatie(meta);
        voorraad.add(owner, 15, { berichtidentificatie, ...content }, clock.now().toISOString());
        return owner;
      });
    });
  }

  function citizenOf({ burgerservicenummer }: PersonRow): BrpPerson | undefined {
    const citizen = burgerservicenummer === null ? undefined : brp.byBsn(burgerservicenummer);
    return citizen?.unreliable ? undefined : citizen;
  }

  const changePgn = (before: PersonRow, change: () => PersonRow, except?: string) => {
    const rows = inschrijvingen.ofPerson(before.id);
    const citizen = citizenOf(before);
    const person = change();
    if (pgn(person) === pgn(before)) return { person, told: [] };
    return { person, told: tell({ person: before, citizen }, { person, citizen: citizenOf(person) }, rows, except) };
  };

  /** What BRON does with whom it knows by the BSN: follows a new BSN, and lets go of one that has become unreliable (756; reading R46). */
  function follow(person: PersonRow, after: BrpPerson): PersonRow {
    // Without an onderwijsnummer there is none to be found: the next message gives one (757).
    if (after.unreliable) return person.onderwijsnummer ? persons.loseBsn(person, person.onderwijsnummer) : person;
    const { geboortedatum, geslacht } = after;
    return persons.giveBsn(persons.change(person, { geboortedatum, geslacht }), after.bsn);
  }

  function tellOfKnown(before: BrpPerson | undefined, after: BrpPerson): Owner[] {
    const person = persons.byNumber(before?.bsn ?? after.bsn, 'burgerservicenummer');
    if (!person) return [];
    const rows = inschrijvingen.ofPerson(person.id);
    const now = follow(person, after);
    const [then, present] = [before, after].map((citizen) => (citizen?.unreliable ? undefined : citizen));
    return tell({ person, citizen: then }, { person: now, citizen: present }, rows);
  }

  /** Whoever is known without a BSN and is found in the BRP now (755). */
  const tellOfFound = ({ bsn }: BrpPerson): Owner[] =>
    persons
      .withoutBsn()
      .filter(
        ({ achternaam, voornamen, ...key }) =>
          brp.byName({ ...key, achternaam: achternaam ?? '', voornamen: voornamen ?? '' })?.bsn === bsn,
      )
      .flatMap((person) => changePgn(person, () => persons.giveBsn(person, bsn)).told);

  const brpChanged = register.transaction((before: BrpPerson | undefined, after: BrpPerson) => [
    ...tellOfKnown(before, after),
    ...tellOfFound(after),
  ]);

  return { brpChanged, changePgn };
}
