import { waarden } from '../../pve/waardelijsten/waardelijsten.ts';
import { bandLabels, bandOf, bands, materieelBandOf } from '../ages.ts';
import { isZml } from '../indications.ts';
import schoolgewichtData from '../schoolgewicht.json' with { type: 'json' };
import { schoolgewicht, thresholdOn } from '../schoolgewicht.ts';
import { gewichtenOf, hundredthsOf, regelingen, type Regeling } from '../weights.ts';
import { NNCA } from './nnca.ts';
import { isRegular, totaal, type Aantallen, type CountRow, type DatedRow } from './row.ts';

/** Last peildatum of the leerlinggebonden financiering (PvE 4.2.4). */
const LGF_UNTIL = '2014-07-31';
/** Last peildatum on which a pupil can count with an old gewicht (Besluit of 19 May 2006, art. II lid 7). */
const OLD_UNTIL = '2010-07-31';

const ages: DatedRow[] = bands.map((band) => ({
  code: band,
  group: 'leeftijd',
  label: bandLabels[band],
  counts: 'Leerlingen naar hun leeftijd in hele jaren op de peildatum.',
  source: 'BBWPO 11, WPO 120 lid 2',
  unit: 'leerlingen',
  splits: 'leeftijd',
  fits: (pupil) => isRegular(pupil) && bandOf(pupil.age) === band,
}));

/** On 1 March only. */
const materieel: CountRow[] = bands.map((band) => ({
  code: `mi:${band}`,
  group: 'materieel',
  label: bandLabels[band],
  counts: 'Leerlingen naar hun leeftijd op 1 oktober ervoor; wie toen 3 was, staat bij de jongsten.',
  source: 'BBWPO 14 lid 3c',
  unit: 'leerlingen',
  splits: 'materieel',
  fits: (pupil) => isRegular(pupil) && materieelBandOf(pupil) === band,
}));

const regelingLabels: Record<Regeling, string> = { '1': 'oude regeling', '2': 'nieuwe regeling' };

const weights: DatedRow[] = regelingen.flatMap((regeling) =>
  gewichtenOf(regeling).flatMap((gewicht) =>
    bands.map((band): DatedRow => {
      const isOld = regeling === '1';
      return {
        code: `gewicht:${regeling}:${gewicht}:${band}`,
        group: 'gewicht',
        label: `Gewicht ${gewicht} (${regelingLabels[regeling]}), ${bandLabels[band]}`,
        counts: 'Leerlingen naar het gewicht waarmee zij op de peildatum tellen.',
        source: 'BBWPO 11 en 27',
        unit: 'leerlingen',
        splits: 'gewicht',
        ...(isOld ? { hiddenWhenZero: true, until: OLD_UNTIL } : {}),
        fits: (pupil) =>
          isRegular(pupil) &&
          pupil.weight?.regeling === regeling &&
          pupil.weight.gewicht === gewicht &&
          bandOf(pupil.age) === band,
      };
    }),
  ),
);

/** Sum of the gewichten in hundredths, from the rows of gewicht. */
function sumOfWeights(aantallen: Aantallen): number {
  return regelingen
    .flatMap((regeling) => gewichtenOf(regeling).map((gewicht) => ({ regeling, gewicht })))
    .flatMap(({ regeling, gewicht }) =>
      bands.map((band) => hundredthsOf(gewicht) * (aantallen[`gewicht:${regeling}:${gewicht}:${band}`] ?? 0)),
    )
    .reduce((sum, part) => sum + part, 0);
}

const schoolweight: CountRow[] = [
  {
    code: 'gewichtensom',
    group: 'schoolgewicht',
    label: 'Som van de gewichten',
    counts: 'De gewichten van alle getelde leerlingen bij elkaar.',
    source: 'BBWPO 27 lid 2',
    unit: 'honderdsten',
    from: sumOfWeights,
  },
  {
    code: 'schoolgewicht',
    group: 'schoolgewicht',
    label: 'Schoolgewicht',
    counts:
      'De som van de gewichten min de drempel over het aantal leerlingen, afgerond, ten hoogste 80 % van het aantal.',
    source: 'BBWPO 27 lid 2 tot en met 4',
    unit: 'leerlingen',
    assumed: schoolgewichtData.capAssumed,
    from: (aantallen, peildatum) => schoolgewicht(sumOfWeights(aantallen), aantallen['totaal'] ?? 0, peildatum),
  },
];

const nncaRow = (isNnca: boolean, extra: Pick<CountRow, 'label' | 'source' | 'splits'>): DatedRow[] =>
  bands.map((band) => ({
    code: `${isNnca ? 'nnca' : 'overig'}:${band}`,
    group: 'nnca',
    counts: 'Leerlingen naar de aanduiding NNCA van hun inschrijving.',
    unit: 'leerlingen',
    ...extra,
    label: `${extra.label}, ${bandLabels[band]}`,
    fits: (pupil) => isRegular(pupil) && (pupil.nnca === NNCA) === isNnca && bandOf(pupil.age) === band,
  }));

const lgf: DatedRow[] = [
  {
    code: 'lgf',
    group: 'lgf',
    label: 'Ambulant begeleid met leerlinggebonden budget',
    counts: 'Getelde leerlingen met een geldige LGF-indicatie van wie de begeleiding begonnen is.',
    source: 'WPO 70a',
    unit: 'leerlingen',
    until: LGF_UNTIL,
    fits: (pupil) => pupil.lgf,
  },
  ...waarden('onderwijssoortIndicatie').map(({ code, label }): DatedRow => ({
    code: `lgf:${code}`,
    group: 'lgf',
    label,
    counts: 'Ambulant begeleide leerlingen naar de onderwijssoort van hun indicatie.',
    source: 'WPO 70a, BBWPO 17 en 34',
    unit: 'leerlingen',
    hiddenWhenZero: true,
    until: LGF_UNTIL,
    fits: (pupil) => pupil.lgf && pupil.indication?.onderwijssoort === code,
  })),
];

const zmlFromGroep3: DatedRow = {
  code: 'lgf:zml3',
  group: 'lgf',
  label: 'waarvan zeer moeilijk lerend in groep 3 of hoger',
  counts: 'Ambulant begeleide zml-leerlingen van groep 3 tot en met 8, ook met het syndroom van Down.',
  source: 'Aanvullende formatie zmlk-leerlingen',
  unit: 'leerlingen',
  until: LGF_UNTIL,
  fits: (pupil) => pupil.lgf && isZml(pupil.indication?.onderwijssoort ?? '') && Number(pupil.leerjaar ?? 0) >= 3,
};

const isFirstOfMarch = (peildatum: string) => peildatum.endsWith('-03-01');

/** Sentence about the threshold where it is assumed, with the row that rests on it. */
const withThreshold = (row: CountRow, peildatum: string): CountRow => {
  const { assumed } = thresholdOn(peildatum);
  return row.code === 'schoolgewicht' && assumed ? { ...row, assumed } : row;
};

/** Rows of a basisschool. */
export const rowsBao = (peildatum: string): DatedRow[] => [
  totaal,
  ...ages,
  ...(isFirstOfMarch(peildatum) ? materieel : []),
  ...weights,
  ...schoolweight.map((row) => withThreshold(row, peildatum)),
  ...nncaRow(true, {
    label: 'Niet-Nederlandse culturele achtergrond, zonder Suriname, Antillen en Aruba',
    source: 'BBWPO 11',
  }),
  ...lgf,
  zmlFromGroep3,
];

/** Rows of a speciale school voor basisonderwijs; the bands are for information only. */
export const rowsSbao: readonly DatedRow[] = [
  totaal,
  ...ages,
  ...nncaRow(true, { label: 'Niet-Nederlandse culturele achtergrond', source: 'BBWPO 11 en 28 lid 3', splits: 'nnca' }),
  ...nncaRow(false, { label: 'Overige leerlingen', source: 'BBWPO 11', splits: 'nnca' }),
  ...lgf,
];

/** Rows of a school for trekkende bevolking: it has neither gewicht nor NNCA (PvE 4.2.8.1: 317, 368). */
export const rowsTrekkend: readonly DatedRow[] = [totaal, ...ages, ...lgf];
