import { describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { hideBin } from '../../electron/core/database/hideBin.ts';
import { periodOf, readHere } from '../../electron/core/counts/here.ts';
import { writeInschrijving, writeLeerling } from '../../electron/core/leerlingen/repository.ts';
import type { InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { teldataOf } from '../../shared/domain/counts/teldata.ts';
import { correctInschrijving, correctWec, testPersons } from '../support/pupils.ts';
import { temporaryDatabase } from './databaseWorld.ts';

function administration(): Administration {
  const { db } = temporaryDatabase();
  hideBin(db);
  return {
    db,
    clock: createFixedClock(new Date('2009-11-02T08:00:00Z')),
    emit: () => undefined,
    caller: { userId: 'u', role: 'beheerder' },
  };
}
function add(to: Administration, persoon: Persoonsgegevens, gegevens: InschrijvingGegevens) {
  const { id } = writeLeerling(to, persoon);
  return { leerlingId: id, inschrijvingId: writeInschrijving(to, id, gegevens).id };
}

describe('what a counting sees of the own administration', () => {
  it('is an inschrijving WPO with the groups that a counting asks for, by date', async () => {
    const own = administration();
    const lgfIndicatie = [
      {
        begindatum: '2009-08-01',
        onderwijssoortIndicatie: '33',
        cviNummer: '3-01-2009-0001',
        ambulanteBegeleiding: [{ begindatum: '2009-09-01', brinnummer: '98AE' }],
      },
    ];
    const leerjaarGroep = [
      { begindatum: '2009-10-15', leerjaar: '4', groep: '4a' },
      { begindatum: '2009-08-01', leerjaar: '3', groep: '3a' },
    ];
    const ids = add(own, testPersons.hera, correctInschrijving({ lgfIndicatie, leerjaarGroep, adviesVo: '50' }));
    add(own, testPersons.zeus, correctInschrijving());
    const [hera, zeus] = await readHere(own.db, periodOf('2009-10-01'));
    expect(hera).toEqual({
      key: `i${String(ids.inschrijvingId)}`,
      ...ids,
      geboortedatum: '2001-12-31',
      burgerservicenummer: '999992533',
      postcode: '2548AE',
      inschrijving: {
        datumInschrijving: '2009-08-01',
        aanduidingNnca: '1',
        adviesVo: '50',
        vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer: '00' }],
        indicatieBekostiging: [{ begindatum: '2009-08-01', indicatieBekostiging: 'true' }],
        leerjaarGroep: [...leerjaarGroep].reverse(),
        gewicht: [{ codeGewichtenregeling: '2', begindatum: '2009-08-01', gewicht: '0' }],
        lgfIndicatie,
      },
    });
    expect(zeus?.inschrijving).not.toHaveProperty('lgfIndicatie');
  });

  it('is an inschrijving WEC with its indicatiestelling', async () => {
    const own = administration();
    add(own, testPersons.hera, correctWec());
    const [found] = await readHere(own.db, periodOf('2009-10-01'));
    expect(found?.inschrijving).toMatchObject({
      soortOnderwijs: [{ soortOnderwijs: '33' }],
      indicatiestelling: [{ onderwijssoortIndicatie: '33', cviNummer: '3-01-2009-0001' }],
    });
  });

  it.each([
    ['ended before the school year before that of the peildatum', '2007-08-01', '2008-07-31', 0],
    ['ended in the school year before', '2007-08-01', '2008-08-01', 1],
    ['began in the school year', '2010-07-31', undefined, 1],
    ['began after it', '2010-08-01', undefined, 0],
  ])('leaves out only what cannot matter: what %s', async (_, datumInschrijving, end, found) => {
    const own = administration();
    add(own, testPersons.hera, correctInschrijving({ datumInschrijving, ...(end ? { datumUitschrijving: end } : {}) }));
    expect(await readHere(own.db, periodOf('2009-10-01'))).toHaveLength(found);
  });

  it('leaves out what lies in the bin', async () => {
    const own = administration();
    const { leerlingId } = add(own, testPersons.hera, correctInschrijving());
    own.db.prepare('UPDATE main.leerling SET deleted_at = ? WHERE id = ?').run('2009-11-01', leerlingId);
    expect(await readHere(own.db, periodOf('2009-10-01'))).toEqual([]);
  });
});

describe('C-58: the teldata of a school year', () => {
  const calendar = [{ schooljaar: '2009-2010', firstDay: '2009-08-24', holidays: [] }];
  const dates = (kind: 'WPO' | 'WEC', always?: boolean) =>
    teldataOf(kind, '2009-2010', calendar)
      .filter((teldatum) => always === undefined || teldatum.always === always)
      .map(({ peildatum }) => peildatum);

  it('WPO: 1 August, 1 October and 1 March always; the first school day and every other first of a month when numbers changed', () => {
    expect(dates('WPO', true)).toEqual(['2009-08-01', '2009-10-01', '2010-03-01']);
    expect(dates('WPO', false)).toEqual([
      ...['2009-08-24', '2009-09-01', '2009-11-01', '2009-12-01', '2010-01-01', '2010-02-01'],
      ...['2010-04-01', '2010-05-01', '2010-06-01', '2010-07-01'],
    ]);
  });

  it('WEC: the first school day, 1 October and 1 March always; 16 January when numbers changed', () => {
    expect(dates('WEC', true)).toEqual(['2009-08-24', '2009-10-01', '2010-03-01']);
    expect(dates('WEC', false)).toEqual(['2010-01-16']);
  });
});
