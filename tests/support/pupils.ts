import type { Input } from '../../shared/api/contract.ts';
import {
  emptyInschrijving,
  type GegevensWec,
  type GegevensWpo,
  type InschrijvingGegevens,
} from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { TestLas } from './administration.ts';

/** RvIG test persons of primary-school age in 2009, as a school would have typed them in. */
export const testPersons = {
  hera: {
    leerlingnummer: '1001',
    roepnaam: 'Hera',
    achternaam: 'Jager',
    voorvoegsel: 'de',
    burgerservicenummer: '999992533',
    geboortedatum: '2001-12-31',
    geslacht: 'V',
    postcode: '2548AE',
  },
  zeus: {
    leerlingnummer: '1002',
    roepnaam: 'Zeus',
    achternaam: 'Jager',
    voorvoegsel: 'de',
    burgerservicenummer: '999992120',
    geboortedatum: '2003-12-31',
    geslacht: 'M',
    postcode: '2548AE',
  },
  remi: {
    leerlingnummer: '1003',
    roepnaam: 'Rémi',
    achternaam: 'Proefpersoon',
    burgerservicenummer: '999991243',
    geboortedatum: '2002-02-02',
    geslacht: 'M',
    postcode: '2517JR',
  },
  odin: {
    leerlingnummer: '1004',
    roepnaam: 'Odin',
    achternaam: 'Noord',
    burgerservicenummer: '999991711',
    geboortedatum: '2002-12-20',
    geslacht: 'M',
    postcode: '3225VG',
  },
} as const satisfies Record<string, Persoonsgegevens>;

/** The gegevens of an inschrijving that is one of WPO. @throws for another */
export function asWpo(gegevens: InschrijvingGegevens): GegevensWpo {
  if (gegevens.kind !== 'WPO') throw new Error('an inschrijving WEC');
  return gegevens;
}

/** An inschrijving in groep 3 that is right in every part. */
export function correctInschrijving(changes: Partial<GegevensWpo> = {}): GegevensWpo {
  const date = changes.datumInschrijving ?? '2009-08-01';
  return {
    ...emptyInschrijving('WPO'),
    datumInschrijving: date,
    aanduidingNnca: '1',
    vestiging: [{ begindatum: date, vestigingsvolgnummer: '00' }],
    indicatieBekostiging: [{ begindatum: date, indicatieBekostiging: 'true' }],
    leerjaarGroep: [{ begindatum: date, leerjaar: '3', groep: '3a' }],
    gewicht: [{ codeGewichtenregeling: '2', begindatum: date, gewicht: '0' }],
    ...changes,
  };
}

/** An inschrijving in SO of cluster 3, right in every part for one that began before passend onderwijs. */
export function correctWec(changes: Partial<GegevensWec> = {}): GegevensWec {
  const begindatum = changes.datumInschrijving ?? '2009-08-01';
  return {
    ...emptyInschrijving('WEC'),
    datumInschrijving: begindatum,
    aanduidingNnca: '1',
    vestiging: [{ begindatum, vestigingsvolgnummer: '00' }],
    indicatieBekostiging: [{ begindatum, indicatieBekostiging: 'true' }],
    soortOnderwijs: [{ begindatum, soortOnderwijs: '33' }],
    leerjaarGroep: [{ begindatum, leerjaar: '3', groep: 'Beuk' }],
    schoolsoort: [{ begindatum, schoolsoort: '1' }],
    soortVerblijf: [{ begindatum, soortVerblijf: '0' }],
    indicatiestelling: [
      {
        begindatum,
        onderwijssoortIndicatie: '33',
        brinnummerRec: '98RC',
        cviNummer: '3-01-2009-0001',
        ambulanteBegeleiding: [],
      },
    ],
    ...changes,
  };
}

/** Saves a pupil with one inschrijving; gives the ids. */
export async function addPupil(
  world: TestLas,
  persoon: Input<'leerlingen.save'>['persoon'],
  gegevens: InschrijvingGegevens = correctInschrijving(),
): Promise<{ leerlingId: number; inschrijvingId: number }> {
  const { id: leerlingId } = await world.call('leerlingen.save', { persoon });
  const { id: inschrijvingId } = await world.call('leerlingen.saveInschrijving', { leerlingId, gegevens });
  return { leerlingId, inschrijvingId };
}

/** Saves changed persoonsgegevens of a pupil. */
export async function changePersoon(
  world: TestLas,
  leerlingId: number,
  changes: Partial<Persoonsgegevens>,
): Promise<void> {
  const card = await world.call('leerlingen.get', { id: leerlingId });
  await world.call('leerlingen.save', {
    id: leerlingId,
    version: card.version,
    persoon: { ...card.persoon, ...changes },
  });
}

/** Saves changed gegevens of a pupil's newest inschrijving. */
export async function changeInschrijving(
  world: Pick<TestLas, 'call'>,
  leerlingId: number,
  changes: Partial<GegevensWpo>,
): Promise<void> {
  const card = await world.call('leerlingen.get', { id: leerlingId });
  const inschrijving = card.inschrijvingen[0];
  if (!inschrijving) throw new Error('no inschrijving');
  const { id, version, gegevens } = inschrijving;
  await world.call('leerlingen.saveInschrijving', { leerlingId, id, version, gegevens: { ...gegevens, ...changes } });
}
