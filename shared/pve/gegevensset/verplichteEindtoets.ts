import { element, group } from './build.ts';

const base = { file: 'BegrippenregisterOnderwijsverbandPO', min: 0, since: '2015-11' } as const;

/** Toetsdomein of a toetsonderdeel (elements 108 and 109). */
export const toetsdomein = group({
  ...base,
  key: 'toetsdomein',
  name: 'Toetsdomein',
  xsd: 'toetsdomein',
  max: 'n',
  elements: [
    element('108 (2015-11)', 'codeToetsdomein', 'Code Toetsdomein', 'codeToetsdomein', 'alfanum', 4, {
      required: true,
      waardelijst: 'toetsdomein',
    }),
    // Obligatory by 5.6.3, but 468 and 469 judge whether it is there: the schema leaves it to them (assumed).
    element(
      '109 (2015-11)',
      'referentieniveauToetsdomein',
      'Referentieniveau Toetsdomein',
      'referentieniveauToetsdomein',
      'alfanum',
      2,
      { waardelijst: 'referentieniveauToetsdomein' },
    ),
  ],
  groups: [],
});

/** Toetsonderdeel of a verplichte eindtoets with its toetsdomeinen (elements 106 and 107). */
export const toetsonderdeel = group({
  ...base,
  key: 'toetsonderdeel',
  name: 'Toetsonderdeel',
  xsd: 'toetsonderdeel',
  max: 'n',
  elements: [
    element('106 (2015-11)', 'codeToetsonderdeel', 'Code Toetsonderdeel', 'codeToetsonderdeel', 'alfanum', 4, {
      required: true,
      waardelijst: 'toetsonderdeel',
    }),
    element(
      '107 (2015-11)',
      'referentieniveauToetsonderdeel',
      'Referentieniveau Toetsonderdeel',
      'referentieniveauToetsonderdeel',
      'alfanum',
      2,
      {
        waardelijst: 'referentieniveauToetsonderdeel',
        help: 'Alleen bij rekenen; bij taal staat het niveau per domein.',
      },
    ),
  ],
  groups: [toetsdomein],
});

/** The verplichte eindtoets of a person with its toetsonderdelen and toetsdomeinen (PvE 4.1.5, since the edition of 2015-11). */
export const verplichteEindtoets = group({
  ...base,
  key: 'verplichteEindtoets',
  name: 'Verplichte eindtoets',
  xsd: 'verplichteEindtoets',
  max: 1,
  elements: [
    element(
      '100 (2015-11)',
      'codeVerplichteEindtoets',
      'Code verplichte eindtoets',
      'codeVerplichteEindtoets',
      'alfanum',
      4,
      {
        required: true,
        waardelijst: 'verplichteEindtoets',
        help: 'Welke toets de leerling heeft gemaakt, of zou hebben gemaakt.',
      },
    ),
    element('101 (2015-11)', 'niveauEindtoets', 'Niveau eindtoets', 'niveauEindtoets', 'alfanum', 4, {
      waardelijst: 'niveauEindtoets',
      help: 'De Centrale eindtoets heeft een basistoets en een niveautoets; andere toetsen hebben één niveau, standaard.',
    }),
    element('102 (2015-11)', 'datumAfname', 'Datum afname', 'datumAfname', 'datum', 8, {
      help: 'De eerste dag waarop de toets is afgenomen.',
    }),
    element('103 (2015-11)', 'score', 'Score', 'score', 'alfanum', 10, {
      help: 'De score van de hele toets, zoals die op de uitslag staat. Bij "overige toetsen" is dat 0.',
    }),
    element('104 (2015-11)', 'redenOntheffing', 'Reden ontheffing', 'redenOntheffing', 'alfanum', 2, {
      waardelijst: 'redenOntheffing',
      help: 'Verplicht als de reden niet-deelname "ontheffing" is.',
    }),
    element('105 (2015-11)', 'redenNietDeelname', 'Reden niet-deelname', 'redenNietDeelname', 'alfanum', 2, {
      waardelijst: 'redenNietDeelname',
      help: 'Alleen als de leerling de toets niet heeft gemaakt; dan blijven niveau, datum en score leeg.',
    }),
  ],
  groups: [toetsonderdeel],
});
