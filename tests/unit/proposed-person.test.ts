import { describe, expect, it } from 'vitest';
import { toldPerson, type Told } from '../../shared/domain/proposals/person.ts';

/** What BRON tells of a person beside what is kept here (PvE 5.6.14, 4.2.7, 5.2). */
const here = {
  burgerservicenummer: '999992533',
  geboortedatum: '2001-12-31',
  geslacht: 'V',
  achternaam: 'Jager',
  voorvoegsel: 'de',
  voornamen: 'Hera',
  straatnaam: 'Leyweg',
  huisnummer: '7',
  postcode: '2548AE',
  plaatsnaam: "'s-Gravenhage",
};
const adres = [
  {
    straatnaam: 'Leyweg',
    huisnummer: '7',
    plaatsnaam: "'s-Gravenhage",
    postcodeBrp: '2548AE',
    datumIngangAdresBrp: '2009-01-01',
  },
];
const told: Told = {
  burgerservicenummer: '999992533',
  geboortedatum: '2001-12-31',
  geslacht: 'V',
  achternaam: 'Jager',
  voorvoegsel: 'de',
  voornamen: 'Hera',
  adres,
};
const nieuw = { straatnaam: 'Nieuwe weg', huisnummer: '2', postcodeBrp: '3225VG', datumIngangAdresBrp: '2009-10-30' };

interface Case {
  name: string;
  told?: Partial<Told>;
  here?: Partial<Record<keyof typeof here | 'onderwijsnummer' | 'geheim', string>>;
  geheim?: boolean;
  changes: string[];
  notes?: string[];
  numberDiffers?: boolean;
  begindatum?: string;
}

const cases: Case[] = [
  { name: 'nothing that is the same', changes: [] },
  { name: 'a name', told: { achternaam: 'Visser' }, changes: ['achternaam: Jager -> Visser'] },
  { name: 'the end of a voorvoegsel', told: { voorvoegsel: undefined }, changes: ['voorvoegsel: de -> '] },
  {
    name: 'the address that began last, whatever the order',
    told: { adres: [nieuw, ...adres] },
    changes: [
      'straatnaam: Leyweg -> Nieuwe weg',
      'huisnummer: 7 -> 2',
      "plaatsnaam: 's-Gravenhage -> ",
      'postcode: 2548AE -> 3225VG',
    ],
    begindatum: '2009-10-30',
  },
  {
    name: 'no first day of an address that began on a day that is not known',
    told: { adres: [{ ...nieuw, datumIngangAdresBrp: '2009-10-00' }] },
    changes: [
      'straatnaam: Leyweg -> Nieuwe weg',
      'huisnummer: 7 -> 2',
      "plaatsnaam: 's-Gravenhage -> ",
      'postcode: 2548AE -> 3225VG',
    ],
  },
  { name: 'geheim, and no address with it (956)', told: { adres: [] }, geheim: true, changes: ['geheim:  -> true'] },
  { name: 'nothing of geheim that is known', here: { geheim: 'true' }, geheim: true, changes: [] },
  {
    name: 'nothing of a name that BRON keeps in simpler characters',
    here: { achternaam: 'Šimić' },
    told: { achternaam: 'Simic' },
    changes: [],
  },
  {
    name: 'nothing of the postcode that the school delivered',
    told: { postcode: '1000AA', adres: [] },
    changes: [],
  },
  {
    name: 'another BSN, to be confirmed',
    told: { burgerservicenummer: '999990019' },
    changes: ['burgerservicenummer: 999992533 -> 999990019'],
    numberDiffers: true,
  },
  {
    name: 'a BSN in place of an onderwijsnummer, to be confirmed',
    here: { burgerservicenummer: '', onderwijsnummer: '100000041' },
    changes: ['burgerservicenummer:  -> 999992533', 'onderwijsnummer: 100000041 -> '],
    numberDiffers: true,
  },
  {
    name: 'a number where there was none, with nothing to confirm',
    here: { burgerservicenummer: '' },
    changes: ['burgerservicenummer:  -> 999992533'],
  },
  {
    name: 'the nationality that began last',
    told: {
      nationaliteitgegevens: [
        { nationaliteit1: [{ nationaliteit: '0052', begindatum: '2001-12-31' }] },
        { nationaliteit1: [{ nationaliteit: '0001', begindatum: '2009-10-01' }] },
      ],
    },
    changes: ['nationaliteit1:  -> 0001'],
  },
  {
    name: 'death, which is only to be known',
    told: { datumOverlijden: '2009-10-31' },
    changes: [],
    notes: ['datumOverlijden: 2009-10-31'],
  },
  {
    name: 'a departure that is the last of migration',
    told: {
      migratie: [
        { datumVestigingInNederland: '2005-01-01' },
        { datumVertrekUitNederland: '2009-10-01', landWaarnaarVertrokken: '5010' },
      ],
    },
    changes: [],
    notes: ['datumVertrekUitNederland: 2009-10-01', 'landWaarnaarVertrokken: 5010'],
  },
];

describe('what BRON tells of a person', () => {
  it.each(cases)('has $name', ({ told: other, here: ours, geheim = false, ...expected }) => {
    const kept = Object.fromEntries(Object.entries({ ...here, ...ours }).filter(([, value]) => value !== ''));
    const { changes, notes, numberDiffers, moved, taken } = toldPerson(kept, { ...told, ...other }, { geheim });
    expect(changes.map(({ key, here: from = '', bron = '' }) => `${key}: ${from} -> ${bron}`)).toEqual(
      expected.changes,
    );
    expect(notes.map(({ key, bron = '' }) => `${key}: ${bron}`)).toEqual(expected.notes ?? []);
    expect(numberDiffers).toBe(expected.numberDiffers ?? false);
    expect(moved?.begindatum).toBe(expected.begindatum);
    expect(Object.keys(taken)).toEqual(changes.map(({ key }) => key));
  });
});
