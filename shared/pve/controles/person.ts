import { isPartialDate, reckonedDate } from '../../domain/dates.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../../domain/pgn.ts';
import { findWaarde } from '../waardelijsten/waardelijsten.ts';
import { hitWhen, type Controle } from './controle.ts';
import { textOf, type Facts, type PersoonKey } from './facts.ts';
import { AANVULLEND, POSTCODE } from './readings.ts';

const section = '4.2.7';

const valueOf = ({ content }: Facts, group: PersoonKey, key: string) => textOf(content[group]?.[0], key);

type Test = (value: string, facts: Facts) => boolean;

const refuses = (code: string, gegevensgroep: PersoonKey, attribuut: string, wrong: Test): Controle => ({
  code,
  gegevensgroep,
  attribuut,
  ernst: 'A',
  section,
  check: (facts) => {
    const value = valueOf(facts, gegevensgroep, attribuut);
    return hitWhen(value !== undefined && wrong(value, facts));
  },
});

/** The rows that compare a delivered address with another one: only in a melding inschrijving. */
const signals = (code: string, gegevensgroep: PersoonKey, attribuut: string, wrong: Test): Controle => ({
  ...refuses(code, gegevensgroep, attribuut, wrong),
  ernst: 'S',
  berichten: [3],
  needs: 'register',
});

/** Reading R22 (assumed): an inschrijving is new when BRON has none with the same key. */
export const isNew = ({ register }: Facts): boolean => register?.registered === undefined;

/** A BRP postcode is known; a person with one has a BRP country too (assumed). 771 and 772 then stop. */
const brpAddressKnown = ({ register }: Facts) => register?.postcodeBrp !== undefined;

/** 771 compares with whatever address is registered for the pupil at this school, also one of the other kind (assumed). */
const differs = (value: string, registered: string | undefined, facts: Facts) =>
  !isNew(facts) &&
  !brpAddressKnown(facts) &&
  (facts.register?.postcodeInstelling ?? facts.register?.landInstelling) !== undefined &&
  value !== registered;

const replaces = (value: string, registered: string | undefined, facts: Facts) =>
  isNew(facts) && !brpAddressKnown(facts) && registered !== undefined && value !== registered;

/** From the datum uitschrijving on 770 is not judged (PvE 4.2.7). */
const hasLeft = ({ datumUitschrijving, deliveredOn }: Facts) =>
  datumUitschrijving !== undefined && deliveredOn >= datumUitschrijving;

/** Rows of PvE 4.2.7 on the gegevens that a persoon has with and without PGN. */
const sharedRows = (group: PersoonKey): Controle[] => [
  refuses('742', group, 'geboortedatum', (value) => !isPartialDate(value)),
  refuses(
    '843',
    group,
    'geboortedatum',
    (value, { deliveredOn }) => isPartialDate(value) && reckonedDate(value) >= deliveredOn,
  ),
  refuses('741', group, 'geslacht', (value) => !findWaarde('geslacht', value)),
  refuses(
    '741',
    group,
    'postcode',
    (value, { postcodeExists }) => !POSTCODE.test(value) || postcodeExists?.(value) === false,
  ),
  signals('772', group, 'postcode', (value, facts) => replaces(value, facts.register?.postcodeInstelling, facts)),
  signals('771', group, 'postcode', (value, facts) => differs(value, facts.register?.postcodeInstelling, facts)),
  signals(
    '770',
    group,
    'postcode',
    (value, facts) =>
      facts.register?.postcodeBrp !== undefined &&
      facts.register.geheim !== true &&
      !hasLeft(facts) &&
      value !== facts.register.postcodeBrp,
  ),
  refuses('741', group, 'land', (value) => !findWaarde('land', value)),
  signals('772', group, 'land', (value, facts) => replaces(value, facts.register?.landInstelling, facts)),
  signals('771', group, 'land', (value, facts) => differs(value, facts.register?.landInstelling, facts)),
  {
    code: '956',
    gegevensgroep: group,
    ernst: 'S',
    section: AANVULLEND,
    // Bericht 11 has nothing that the BRP could hold back.
    berichten: [1, 2, 3],
    needs: 'register',
    check: (facts) => hitWhen(facts.content[group]?.[0] !== undefined && facts.register?.geheim === true),
  },
];

const notFound = ({ register }: Facts) => register?.personFound === false;

/** Persoonsgegevens met PGN (PvE 4.2.7). */
export const personControles: Controle[] = [
  refuses('750', 'persoonMetPgn', 'burgerservicenummer', (value) => !isValidBsn(value)),
  { ...refuses('753', 'persoonMetPgn', 'burgerservicenummer', (_, facts) => notFound(facts)), needs: 'register' },
  refuses('751', 'persoonMetPgn', 'onderwijsnummer', (value) => !isValidOnderwijsnummer(value)),
  {
    // With a BSN beside it the BSN is the PGN that was looked for (assumed).
    ...refuses(
      '752',
      'persoonMetPgn',
      'onderwijsnummer',
      (_, facts) => notFound(facts) && !valueOf(facts, 'persoonMetPgn', 'burgerservicenummer'),
    ),
    needs: 'register',
  },
  {
    // Also for a persoon zonder PGN: this is where the number belongs.
    code: '755',
    gegevensgroep: 'persoonMetPgn',
    attribuut: 'burgerservicenummer',
    ernst: 'S',
    section,
    berichten: [1, 3],
    needs: 'register',
    check: ({ persoon, register }) =>
      hitWhen(register?.bsnFound !== undefined && !textOf(persoon, 'burgerservicenummer')),
  },
  ...sharedRows('persoonMetPgn'),
];

/** The rows that persoonsgegevens zonder PGN share with those met PGN (PvE 4.2.7). */
export const personWithoutPgnShared: Controle[] = sharedRows('persoonZonderPgn');
