import { describeWaardelijst, findWaarde } from '../waardelijsten/waardelijsten.ts';
import type { Voorkomen } from '../gegevensset/types.ts';
import { hitWhen, type Controle, type Hit } from './controle.ts';
import { textOf, type Facts } from './facts.ts';
import { personWithoutPgnShared } from './person.ts';
import { FIRST_NAME, isPoBox, NEDERLAND, SURNAME } from './readings.ts';

const gegevensgroep = 'persoonZonderPgn';
const row = { gegevensgroep, ernst: 'A', section: '4.2.7' } as const;

const ofPerson = (check: (persoon: Voorkomen, facts: Facts) => Hit[]) => (facts: Facts) => {
  const persoon = facts.content.persoonZonderPgn?.[0];
  return persoon ? check(persoon, facts) : [];
};

const refuses = (
  code: string,
  attribuut: string,
  wrong: (persoon: Voorkomen, value: string | undefined) => boolean,
): Controle => ({
  ...row,
  code,
  attribuut,
  check: ofPerson((persoon) => hitWhen(wrong(persoon, textOf(persoon, attribuut)))),
});

const landOf = (persoon: Voorkomen) => textOf(persoon, 'land');
const isAbroad = (persoon: Voorkomen) => landOf(persoon) !== undefined && landOf(persoon) !== NEDERLAND;
const namesAreRight = (names: string) => names === '.' || names.split(' ').every((name) => FIRST_NAME.test(name));

const DUTCH_ADDRESS = [
  'straatnaam',
  'huisnummer',
  'huisnummerToevoeging',
  'locatieOmschrijving',
  'huisnummerAanduiding',
  'plaatsnaam',
];

const withLand = (attribuut: string): Controle => ({
  ...refuses('773', attribuut, (persoon, value) => value !== undefined && landOf(persoon) !== undefined),
  once: 'message',
});

const withPostcode = (attribuut: string): Controle => ({
  ...refuses('774', attribuut, (persoon, value) => value === undefined && textOf(persoon, 'postcode') !== undefined),
  once: 'message',
});

/** Persoonsgegevens zonder PGN (PvE 4.2.7). */
export const personWithoutPgnControles: Controle[] = [
  ...personWithoutPgnShared,
  refuses('743', 'achternaam', (_, value) => value !== undefined && !SURNAME.test(value)),
  {
    ...row,
    code: '741',
    attribuut: 'voorvoegsel',
    // BRON has the whole table. Our set is incomplete, so that a LAS only warns.
    check: ofPerson((persoon, { register }) => {
      const value = textOf(persoon, 'voorvoegsel');
      if (value === undefined || findWaarde('voorvoegsel', value)) return [];
      return [!register && describeWaardelijst('voorvoegsel').incomplete ? { ernst: 'S' } : {}];
    }),
  },
  refuses('743', 'voornamen', (_, value) => value !== undefined && !namesAreRight(value)),
  ...DUTCH_ADDRESS.map(withLand),
  withPostcode('straatnaam'),
  withPostcode('huisnummer'),
  refuses('776', 'straatnaam', (_, value) => value !== undefined && isPoBox(value)),
  refuses(
    '741',
    'huisnummerAanduiding',
    (_, value) => value !== undefined && !findWaarde('huisnummerAanduiding', value),
  ),
  refuses('777', 'adresregelBuitenland1', (persoon, value) => value === undefined && isAbroad(persoon)),
  refuses('775', 'adresregelBuitenland1', (persoon, value) => value !== undefined && !isAbroad(persoon)),
  refuses(
    '778',
    'adresregelBuitenland2',
    (persoon, value) => value !== undefined && !textOf(persoon, 'adresregelBuitenland1'),
  ),
  refuses(
    '779',
    'adresregelBuitenland3',
    (persoon, value) =>
      value !== undefined && !(textOf(persoon, 'adresregelBuitenland1') && textOf(persoon, 'adresregelBuitenland2')),
  ),
];
