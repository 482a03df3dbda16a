import { addDays } from '../../domain/dates.ts';
import { START_PASSEND_ONDERWIJS } from '../../pve/controles/readings.ts';
import { isResidential, SO, VSO } from '../../pve/controles/wec/situation.ts';
import { waarden } from '../../pve/waardelijsten/waardelijsten.ts';
import { bandOf, bands, type Band } from '../ages.ts';
import { sectorOf, sectors, type Sector } from '../sector.ts';
import { NO_COLUMN } from '../wec.ts';
import { NNCA } from './nnca.ts';
import { isRegular, totaal, type DatedRow } from './row.ts';

/** Who was teruggeplaatst last counts a school year longer (BBWEC 39). */
const RETURNED_UNTIL = '2015-07-31';

const isSo = (schoolsoort: string | undefined) => schoolsoort !== VSO;

const schoolsoorten: DatedRow[] = [SO, VSO].map((schoolsoort) => ({
  code: schoolsoort === SO ? 'so' : 'vso',
  group: 'totaal',
  label: `waarvan ${schoolsoort === SO ? '' : 'voortgezet '}speciaal onderwijs`,
  counts: 'Getelde leerlingen naar hun schoolsoort.',
  source: 'WEC 117',
  unit: 'leerlingen',
  splits: 'schoolsoort',
  fits: (pupil) => isRegular(pupil) && isSo(pupil.schoolsoort) === (schoolsoort === SO),
}));

/** WEC has its own names for the bands: there are pupils of 3 (WEC 39). */
const bandLabels: Record<Band, string> = { '4-7': 'jonger dan 8', '8+': '8 jaar en ouder' };

/** What a pupil counts in: a soort onderwijs, a bekostigingscategorie, or none of them. */
interface Column {
  code: string;
  label: string;
  until?: string;
  since?: string;
  assumed?: string;
}

const CATEGORIE_ASSUMED = 'Hoe de telling er vanaf 1 augustus 2014 uitziet, is niet gevonden (aangenomen).';

const columns: Column[] = [
  ...waarden('soortOnderwijs')
    .filter(({ code }) => code !== '00')
    .map(({ code, label, to }): Column => ({ code, label, ...(to ? { until: addDays(to, -1) } : {}) })),
  ...waarden('bekostigingscategorie').map(({ code, label }): Column => ({
    code,
    label: `Bekostigingscategorie ${label.toLowerCase()}`,
    since: START_PASSEND_ONDERWIJS,
    assumed: CATEGORIE_ASSUMED,
  })),
  { code: NO_COLUMN, label: 'Zonder soort onderwijs of bekostigingscategorie' },
];

const columnRow = (column: Column, schoolsoort: 'so' | 'vso', band?: Band): DatedRow => {
  const { code, label, ...dated } = column;
  return {
    code: [schoolsoort, code, band].filter(Boolean).join(':'),
    group: 'soort',
    label: [label, schoolsoort.toUpperCase(), band && bandLabels[band]].filter(Boolean).join(', '),
    counts: 'Getelde leerlingen zonder residentiële plaats, naar het soort onderwijs waarvoor zij tellen.',
    source: band ? 'WEC 117 lid 2, BBWEC 33' : 'BBWEC 33',
    unit: 'leerlingen',
    hiddenWhenZero: true,
    splits: 'soort',
    ...dated,
    fits: (pupil) =>
      isRegular(pupil) &&
      !isResidential(pupil.verblijf) &&
      isSo(pupil.schoolsoort) === (schoolsoort === 'so') &&
      pupil.column === code &&
      (band === undefined || bandOf(pupil.age) === band),
  };
};

const soorten: DatedRow[] = columns.flatMap((column) => [
  ...bands.map((band) => columnRow(column, 'so', band)),
  columnRow(column, 'vso'),
]);

const nnca: DatedRow[] = [true, false].map((isNnca) => ({
  code: isNnca ? 'nnca' : 'overig',
  group: 'nnca',
  label: isNnca ? 'Niet-Nederlandse culturele achtergrond' : 'Overige leerlingen',
  counts: 'Leerlingen naar de aanduiding NNCA van hun inschrijving.',
  source: 'BBWEC 10 en 41',
  unit: 'leerlingen',
  splits: 'nnca',
  fits: (pupil) => isRegular(pupil) && (pupil.nnca === NNCA) === isNnca,
}));

const stays: DatedRow[] = waarden('soortVerblijf')
  .filter(({ code }) => code !== '0')
  .map(({ code, label, to }) => {
    const residential = isResidential(code);
    return {
      code: `verblijf:${code}`,
      group: 'verblijf',
      label,
      counts: residential
        ? 'Getelde leerlingen die in een residentiële instelling wonen, naar de soort ervan.'
        : 'Leerlingen op een crisis- of observatieplaats; zij hebben een eigen bekostiging.',
      source: residential ? 'BBWEC 9' : 'WEC 117 lid 5',
      unit: 'leerlingen',
      hiddenWhenZero: true,
      ...(residential ? { splits: 'soort' } : {}),
      ...(to ? { until: addDays(to, -1) } : {}),
      fits: ({ standing, verblijf }) => verblijf === code && (standing === 'regular' || standing === 'short'),
    };
  });

const sectorLabels: Record<Sector, string> = {
  PO: 'op scholen voor primair onderwijs',
  VO: 'op scholen voor voortgezet onderwijs',
  BVE: 'in het middelbaar beroepsonderwijs',
  WEC: 'op andere scholen voor speciaal onderwijs',
  unknown: 'op scholen waarvan de soort niet bekend is',
};

const guided = {
  group: 'begeleiding',
  source: 'WEC 117, BBWEC 39',
  unit: 'leerlingen',
} as const;

const guidance: DatedRow[] = [
  {
    ...guided,
    code: 'ab',
    label: 'Ambulant begeleide leerlingen',
    counts:
      'Leerlingen van andere scholen die op de peildatum door deze school begeleid worden. Zij tellen niet mee in het totaal.',
    fits: ({ standing }) => standing === 'guided',
  },
  ...waarden('onderwijssoortIndicatie').map(({ code, label }): DatedRow => ({
    ...guided,
    code: `ab:${code}`,
    label,
    counts: 'Ambulant begeleide leerlingen naar de onderwijssoort van hun indicatie.',
    hiddenWhenZero: true,
    fits: ({ standing, indication }) => standing === 'guided' && indication?.onderwijssoort === code,
  })),
  ...sectors.map((sector): DatedRow => ({
    ...guided,
    code: `ab:${sector}`,
    label: `waarvan ${sectorLabels[sector]}`,
    counts: 'Ambulant begeleide leerlingen naar de school waar zij zitten.',
    hiddenWhenZero: true,
    fits: (pupil) => pupil.standing === 'guided' && sectorOf(pupil) === sector,
  })),
  {
    ...guided,
    code: 'teruggeplaatst',
    label: 'Teruggeplaatste leerlingen',
    counts:
      'Leerlingen die het vorige schooljaar op deze school zaten en zonder leerlinggebonden budget naar een andere school gingen. Zij tellen één jaar voor begeleiding.',
    source: 'BBWEC 39',
    until: RETURNED_UNTIL,
    fits: ({ standing }) => standing === 'returned',
  },
];

/** Rows of a school for (voortgezet) speciaal onderwijs. */
export const rowsWec: readonly DatedRow[] = [totaal, ...schoolsoorten, ...soorten, ...stays, ...nnca, ...guidance];
