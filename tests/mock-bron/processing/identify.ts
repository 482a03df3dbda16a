import type { MeldingContent, PersoonZonderPgn } from '../../../shared/pve/berichten/content.ts';
import type { RegisterFacts } from '../../../shared/pve/controles/types.ts';
import type { PersonRow, Persons } from '../register/persons.ts';
import { birthDateAgrees, type Brp, type BrpPerson } from '../registers/brp.ts';

/** Who a message is about. Nothing is stored yet. */
export interface Identification {
  /** PGN, geboortedatum and geslacht belong together; without a PGN always true: that never leads to an afkeur (PvE 5.6.3). */
  found: boolean;
  /** The person in the BRP: there is, or comes to be, a BRP relation. */
  brp?: BrpPerson | undefined;
  /** The person as BRON knows him already. */
  known?: PersonRow | undefined;
  /** The BSN, when the melding carries none and it was found (755). */
  bsnFound?: string | undefined;
  /** Of a pupil without a PGN, or with a BSN that is unreliable: whether BRON has an onderwijsnummer (756) or gives one (757). */
  onderwijsnummer?: RegisterFacts['onderwijsnummer'];
  /** The BSN is unreliable: from now on BRON knows the person by the onderwijsnummer. */
  unreliable?: true;
}

interface KeyData {
  geboortedatum: string;
  geslacht: string;
}

const agrees = (delivered: KeyData, registered: KeyData) =>
  delivered.geslacht === registered.geslacht && birthDateAgrees(delivered.geboortedatum, registered.geboortedatum);

/** A BSN that the BRP does not stand for: only who is known in BRON with it is found (PvE 4.2.7). */
function unreliable(key: KeyData, known: PersonRow | undefined): Identification {
  if (!known || !agrees(key, known)) return { found: false };
  return { found: true, known, unreliable: true, onderwijsnummer: known.onderwijsnummer ? 'found' : 'given' };
}

function byBsn(bsn: string, key: KeyData, brp: Brp, persons: Persons): Identification {
  const citizen = brp.byBsn(bsn);
  const known = persons.byNumber(bsn, 'burgerservicenummer');
  if (citizen?.unreliable) return unreliable(key, known);
  if (citizen && agrees(key, citizen)) return { found: true, brp: citizen, known };
  if (!citizen && known && agrees(key, known)) return { found: true, known };
  return { found: false };
}

function byOnderwijsnummer(number: string, key: KeyData, brp: Brp, persons: Persons): Identification {
  const known = persons.byNumber(number, 'onderwijsnummer');
  if (!known || !agrees(key, known)) return { found: false };
  const { achternaam, voornamen, burgerservicenummer } = known;
  const citizen = burgerservicenummer
    ? brp.byBsn(burgerservicenummer)
    : brp.byName({ ...key, achternaam: achternaam ?? '', voornamen: voornamen ?? '' });
  return { found: true, known, brp: citizen, bsnFound: burgerservicenummer ?? citizen?.bsn };
}

function withoutPgn(
  key: KeyData,
  { achternaam = '', voornamen = '', postcode, huisnummer }: PersoonZonderPgn,
  brp: Brp,
  persons: Persons,
): Identification {
  const data = { ...key, achternaam, voornamen };
  const citizen = brp.byName(data, { postcode, huisnummer });
  if (citizen) {
    const known = persons.byNumber(citizen.bsn, 'burgerservicenummer');
    return { found: true, brp: citizen, known, bsnFound: citizen.bsn };
  }
  const known = persons.byName(data);
  if (known?.burgerservicenummer) return { found: true, known, bsnFound: known.burgerservicenummer };
  return { found: true, known, onderwijsnummer: known ? 'found' : 'given' };
}

/** Looks the person of an identificatieverzoek or a melding up in BRON and the BRP (PvE 4.2.7, 5.6.1, 5.6.3). */
export function identify(
  { persoonMetPgn, persoonZonderPgn }: MeldingContent,
  brp: Brp,
  persons: Persons,
): Identification {
  const [met] = persoonMetPgn ?? [];
  const [zonder] = persoonZonderPgn ?? [];
  const person = met ?? zonder ?? {};
  const key = { geboortedatum: person.geboortedatum ?? '', geslacht: person.geslacht ?? '' };
  if (met?.burgerservicenummer) return byBsn(met.burgerservicenummer, key, brp, persons);
  if (met?.onderwijsnummer) return byOnderwijsnummer(met.onderwijsnummer, key, brp, persons);
  if (met) return { found: false };
  return withoutPgn(key, zonder ?? {}, brp, persons);
}

/** An onderwijsnummer that passes its check (PvE 4.2.7): mod 11 of the weighted first eight digits is the last digit plus 5. */
export function onderwijsnummer(counter: number): string {
  for (let base = 10_050_000 + counter * 16; ; base += 1) {
    const digits = String(base);
    const sum = [...digits].reduce((total, digit, index) => total + (9 - index) * Number(digit), 0);
    if (sum % 11 >= 5) return `${digits}${(sum % 11) - 5}`;
  }
}
