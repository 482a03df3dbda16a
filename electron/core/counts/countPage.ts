import type { Output } from '../../../shared/api/contract.ts';
import type { CountRow, NamedPupil } from '../../../shared/api/counting.ts';
import { defaultParameters, parameterAssumptions } from '../../../shared/bekostiging/parameters.ts';
import { gtbRows } from '../../../shared/bekostiging/rows.ts';
import { rowGroups } from '../../../shared/bekostiging/rows/row.ts';
import { isNotCounted, signalenAssumption } from '../../../shared/bekostiging/signalen/catalog.ts';
import type { CountedPupil, CountingParameters, VestigingTelling } from '../../../shared/bekostiging/types.ts';
import { kindOfSchool, type SchoolSoort } from '../../../shared/pve/berichten/kinds.ts';
import type { Connection } from '../database/database.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import type { Counted } from './counting.ts';
import { differentPupils } from './different.ts';
import { newestGtbs, type StoredGtb } from './gtbs.ts';
import { toldSignaal } from './signalen.ts';

export type NamedList = 'notCounted' | 'attention';

/** Whether something is of a vestiging, or of any when none is named. */
export const isOf = (vestigingsvolgnummer: string | undefined) => (one: { vestigingsvolgnummer: string }) =>
  vestigingsvolgnummer === undefined || one.vestigingsvolgnummer === vestigingsvolgnummer;

/** The number of a row in all of these together. */
export const sumOf = (list: readonly { aantallen: Readonly<Record<string, number>> }[], code: string): number =>
  list.reduce((sum, { aantallen }) => sum + (aantallen[code] ?? 0), 0);

/** What is assumed in a counting at a school of this soort. */
export function assumptionsOf(soort: SchoolSoort, rows: readonly Pick<CountRow, 'assumed'>[]): string[] {
  const isWec = kindOfSchool(soort) === 'WEC';
  const ofWec: readonly (keyof CountingParameters)[] = [
    'crisisCounts',
    'residentialWithoutIndication',
    'verbreedCounts',
    'consentAssumed',
  ];
  const keys = (Object.keys(defaultParameters) as (keyof CountingParameters)[]).filter(
    (key) => isWec || !ofWec.includes(key),
  );
  const ofRows = rows.flatMap(({ assumed }) => assumed ?? []);
  return [...new Set([...ofRows, ...keys.map((key) => parameterAssumptions[key]), signalenAssumption])];
}

/** The GTBs beside a counting: of one vestiging, or of all; none when one of these has none, as their sum would say nothing. */
export function gtbsBeside(db: Connection, counted: Counted, vestigingsvolgnummer: string | undefined): StoredGtb[] {
  const gtbs = newestGtbs(db).filter((gtb) => gtb.peildatum === counted.peildatum && isOf(vestigingsvolgnummer)(gtb));
  const wanted = counted.own.filter(isOf(vestigingsvolgnummer));
  const all = wanted.every((telling) => gtbs.some((gtb) => gtb.vestigingsvolgnummer === telling.vestigingsvolgnummer));
  return all ? gtbs : [];
}

/** The numbers of a date, of one vestiging or of all. */
export function countPage(
  db: Connection,
  counted: Counted,
  vestigingsvolgnummer: string | undefined,
): Output<'tellingen.count'> {
  const [own, bron] = [counted.own, counted.bron].map((side) => side.filter(isOf(vestigingsvolgnummer))) as [
    VestigingTelling[],
    VestigingTelling[],
  ];
  const gtbs = gtbsBeside(db, counted, vestigingsvolgnummer);
  const rows = gtbRows(counted.soort, counted.peildatum).flatMap(
    ({ code, group, label, counts, source, unit, hiddenWhenZero, assumed, fits }): CountRow[] => {
      const numbers = {
        own: sumOf(own, code),
        bron: sumOf(bron, code),
        ...(gtbs.length > 0 ? { gtb: sumOf(gtbs, code) } : {}),
      };
      if (hiddenWhenZero && Object.values(numbers).every((number) => number === 0)) return [];
      return [
        {
          ...{ code, group: rowGroups[group], label, counts, source, unit, ...numbers },
          named: fits !== undefined,
          ...(assumed ? { assumed } : {}),
        },
      ];
    },
  );
  const waiting = db.prepare('SELECT 1 FROM to_deliver WHERE inschrijving_id = ?');
  const different = differentPupils(db, counted, vestigingsvolgnummer);
  return {
    peildatum: counted.peildatum,
    rows,
    gtbs: gtbs.map(({ kenmerk, vestigingsvolgnummer: volgnummer, madeOn, processedUntil }) => ({
      ...{ kenmerk, vestigingsvolgnummer: volgnummer, madeOn, processedUntil },
    })),
    notCounted: namedKeys(own, 'notCounted').length,
    attention: namedKeys(own, 'attention').length,
    different: different.length,
    toSend: different.filter(({ inschrijvingId }) => inschrijvingId !== undefined && waiting.get(inschrijvingId))
      .length,
    bronKnown: counted.atBron.size > 0,
    assumptions: assumptionsOf(counted.soort, rows),
  };
}

const codesOf = ({ signalen }: CountedPupil, list: NamedList): string[] =>
  signalen.filter((code) => isNotCounted(code) === (list === 'notCounted'));

const namedKeys = (tellingen: readonly VestigingTelling[], list: NamedList): CountedPupil[] =>
  tellingen.flatMap(({ pupils }) => pupils).filter((pupil) => codesOf(pupil, list).length > 0);

/** The pupils of the own count who are not counted, or who look odd, by name. */
export function namedPupils(
  db: Connection,
  counted: Counted,
  { list, vestigingsvolgnummer }: { list: NamedList; vestigingsvolgnummer?: string | undefined },
): NamedPupil[] {
  const kind = kindOfSchool(counted.soort);
  return namedKeys(counted.own.filter(isOf(vestigingsvolgnummer)), list)
    .flatMap((pupil): NamedPupil[] => {
      const here = counted.here.get(pupil.key);
      if (!here) return [];
      const { leerlingId, inschrijvingId, geboortedatum } = here;
      return [
        {
          ...{ key: pupil.key, geboortedatum, leerlingId, inschrijvingId },
          naam: displayName(readLeerling(db, leerlingId).gegevens),
          vestigingsvolgnummer: pupil.vestigingsvolgnummer,
          signalen: codesOf(pupil, list).map((code) => toldSignaal(code, kind)),
        },
      ];
    })
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl') || a.key.localeCompare(b.key));
}
