import { describe, expect, it } from 'vitest';
import { createMatcher, createTwinFinder } from '../../electron/core/import/matching.ts';
import { writeFacts } from '../../electron/core/import/facts.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { Candidate } from '../../shared/domain/import/candidate.ts';
import { addDirectly, directAdministration } from '../support/direct.ts';
import { testPersons } from '../support/pupils.ts';

const { hera, zeus, odin } = testPersons;
const candidate = (persoon: Persoonsgegevens, key?: string, number = 1): Candidate => ({
  place: { number },
  ...(key === undefined ? {} : { key }),
  persoon,
  school: {},
  facts: {},
  notes: [],
  problems: [],
});
const name = ({ achternaam, roepnaam, geboortedatum }: Persoonsgegevens) => ({ achternaam, roepnaam, geboortedatum });

describe('a pupil of a file is recognised', () => {
  /** Hera, Zeus, Odin who came with another key before, and two who share their surname and birth date. */
  function world() {
    const administration = directAdministration();
    const ids = {
      hera: addDirectly(administration, hera).leerlingId,
      zeus: addDirectly(administration, zeus).leerlingId,
      odin: addDirectly(administration, odin).leerlingId,
      twin: addDirectly(administration, { achternaam: 'Twee', roepnaam: 'Een', geboortedatum: '2003-03-03' })
        .leerlingId,
      other: addDirectly(administration, { achternaam: 'Twee', roepnaam: 'Ander', geboortedatum: '2003-03-03' })
        .leerlingId,
    };
    writeFacts(administration.db, ids.odin, { key: 'K-4' });
    return { ids, recognise: createMatcher(administration.db) };
  }
  type Who = keyof ReturnType<typeof world>['ids'] | undefined;

  it.each<[string, Persoonsgegevens, string | undefined, Who, string | undefined, boolean]>([
    ['by burgerservicenummer', { burgerservicenummer: hera.burgerservicenummer }, undefined, 'hera', 'nummer', false],
    [
      'by number, whatever his name and key',
      { ...name(zeus), burgerservicenummer: hera.burgerservicenummer },
      zeus.leerlingnummer,
      'hera',
      'nummer',
      false,
    ],
    [
      'by leerlingnummer, with birth date and surname',
      { ...name(hera), roepnaam: 'Iris' },
      hera.leerlingnummer,
      'hera',
      'leerlingnummer',
      false,
    ],
    [
      'by the key of an earlier file, with birth date and first name',
      { ...name(odin), achternaam: 'Noord-Zuid' },
      'K-4',
      'odin',
      'leerlingnummer',
      false,
    ],
    ['perhaps, by key and surname', { achternaam: 'Noord' }, 'K-4', 'odin', 'leerlingnummer', true],
    [
      'perhaps, by key and name with another birth date',
      { ...name(odin), geboortedatum: '2002-02-20' },
      'K-4',
      'odin',
      'leerlingnummer',
      true,
    ],
    [
      'not by key and birth date, when both names are others',
      { ...name(odin), achternaam: 'Smit', roepnaam: 'Eva' },
      'K-4',
      undefined,
      undefined,
      true,
    ],
    [
      'not by key and surname, when birth date and first name are those of a brother',
      { ...name(odin), roepnaam: 'Thor', geboortedatum: '2004-04-04' },
      'K-4',
      undefined,
      undefined,
      true,
    ],
    ['by name and birth date', name(zeus), undefined, 'zeus', 'naam', false],
    [
      'without accents and capitals',
      { ...name(zeus), achternaam: 'JÁGER', roepnaam: 'zeus' },
      undefined,
      'zeus',
      'naam',
      false,
    ],
    [
      'by his first name among several',
      { achternaam: 'Twee', roepnaam: 'Een', geboortedatum: '2003-03-03' },
      undefined,
      'twin',
      'naam',
      false,
    ],
    [
      'perhaps, when the first name is unknown',
      { achternaam: 'Noord', geboortedatum: odin.geboortedatum },
      undefined,
      'odin',
      'naam',
      true,
    ],
    [
      'not when several may be meant',
      { achternaam: 'Twee', geboortedatum: '2003-03-03' },
      undefined,
      undefined,
      undefined,
      true,
    ],
    ['not when the first name is another', { ...name(odin), roepnaam: 'Thor' }, undefined, undefined, undefined, false],
    [
      'not with a number that fails its proof',
      { burgerservicenummer: '999992532' },
      undefined,
      undefined,
      undefined,
      false,
    ],
    [
      'not by the key alone, when number and person are others',
      { ...name(odin), achternaam: 'Zuid', geboortedatum: '2003-01-01', burgerservicenummer: '999950009' },
      hera.leerlingnummer,
      undefined,
      undefined,
      true,
    ],
  ])('%s', (_, persoon, key, who, by, hold) => {
    const { ids, recognise } = world();
    const found = recognise(candidate(persoon, key));
    expect(found.match?.leerlingId).toBe(who && ids[who]);
    expect(found.match?.by).toBe(by);
    expect(found.hold).toBe(hold);
    // Whoever is not decided about is explained.
    expect(found.sentences.length > 0).toBe(hold);
  });
});

describe('a pupil that the file has twice is found', () => {
  it.each<[string, Persoonsgegevens, string, boolean, string]>([
    ['by number', { burgerservicenummer: hera.burgerservicenummer }, '9', true, 'hetzelfde nummer'],
    ['by key', {}, '1', true, 'dezelfde sleutel'],
    ['by name', name(hera), '9', true, 'dezelfde naam en geboortedatum'],
    ['not by a surname and a birth date', { ...name(hera), roepnaam: 'Hestia' }, '9', false, ''],
    ['not by a number that fails its proof', { burgerservicenummer: '1' }, '9', false, ''],
  ])('%s', (_, persoon, key, twice, sentence) => {
    const find = createTwinFinder();
    expect(find(candidate(hera, '1'))).toEqual({ twice: false, sentences: [] });
    const found = find(candidate(persoon, key, 2));
    expect(found.twice).toBe(twice);
    expect(found.sentences.join(' ')).toContain(sentence);
    if (twice) expect(found.sentences[0]).toContain('Leerling 1 van dit bestand');
  });
});
