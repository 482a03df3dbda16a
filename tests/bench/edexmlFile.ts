import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unknownOnderwijsnummer } from '../../scripts/demo/numbers.mts';
import { createRandom } from '../../scripts/demo/random.mts';
import { edexmlText, type FileLeerling } from '../support/edexml.ts';
import { personOf } from './volume.ts';

const FIRST_ONDERWIJSNUMMER = 10_000_000;

/** Writes an EDEXML 2.1 file with `count` invented pupils, as another program would, into `folder`; gives its path. */
export function writeEdexmlFile(folder: string, count: number, seed = 1): string {
  const random = createRandom(seed);
  const groepen = ['1', '2', '3', '4', '5', '6', '7', '8'].map((jaargroep) => ({
    key: `g${jaargroep}`,
    naam: `${jaargroep}a`,
    jaargroep,
  }));
  let base = FIRST_ONDERWIJSNUMMER;
  const nextNumber = () => {
    const number = unknownOnderwijsnummer(base);
    base = Math.floor(Number(number) / 10) + 1;
    return number;
  };
  const leerlingen = Array.from({ length: count }, (_, index): FileLeerling => {
    const { achternaam = '', voorvoegsel, voornamen = '', roepnaam = '', ...person } = personOf(random, index);
    const jaargroep = String(1 + random.below(8));
    return {
      key: person.leerlingnummer ?? '',
      elements: {
        // Two names, so that no two pupils are taken for one.
        achternaam: `${achternaam}-${personOf(random, index).achternaam ?? ''}`,
        ...(voorvoegsel ? { voorvoegsel } : {}),
        voornamen,
        roepnaam,
        geboortedatum: person.geboortedatum ?? '',
        geslacht: person.geslacht === 'M' ? '1' : '2',
        jaargroep,
        land: 'NL',
        onderwijsnummer: nextNumber(),
        gewicht_nieuw: random.pick(['0', '0', '0,3', '1,2', '?']),
        postcodenl: person.postcode ?? '',
        instroomdatum: `200${6 + random.below(3)}-08-21`,
        mutatiedatum: '2009-09-14T08:47:35',
      },
      groep: `g${jaargroep}`,
      toevoegingen: random.chance(10) ? ['Opmerking X'] : [],
    };
  });
  const file = join(folder, `edexml-${count}.xml`);
  const school = {
    schooljaar: '2009-2010',
    peildatum: '2009-10-01',
    brincode: '99ZZ',
    aanmaakdatum: '2009-10-02T12:00:00',
    auteur: 'Een ander programma',
  };
  writeFileSync(file, edexmlText({ version: '2.1', school, vestigingen: [], groepen, leerlingen }));
  return file;
}
