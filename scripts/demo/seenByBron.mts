import { addYears } from '../../shared/domain/dates.ts';
import { postcodeOf, streets } from './names.mts';
import { unknownOnderwijsnummer } from './numbers.mts';
import type { Pupil } from './population.mts';
import {
  canSwap,
  DOCUMENT,
  first,
  neighbours,
  newcomer,
  onlyPeriod,
  shifted,
  swapped,
  thisAugust,
  times,
  type Recipe,
  type Wrong,
} from './recipes.mts';

const addPlacement = (volgnummer: string) => ({
  fits: ({ inschrijving: { datumInschrijving } }: Pupil) => datumInschrijving <= '2009-08-01',
  make: ({ inschrijving }: Pupil): Wrong => ({
    inschrijving: thisAugust({ inschrijving } as Pupil)
      ? { vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer: volgnummer }] }
      : { vestiging: [...inschrijving.vestiging, { begindatum: '2009-08-01', vestigingsvolgnummer: volgnummer }] },
  }),
});

/** 24 mistakes that only BRON can see. */
export const forBron = (siblingOf: (pupil: Pupil) => Pupil | undefined): Recipe[] => [
  ...times(2, {
    seenBy: 'BRON',
    codes: ['753'],
    reason: `${DOCUMENT} Het geslacht stond verkeerd.`,
    make: ({ persoon }) => ({ persoon: { geslacht: persoon.geslacht === 'M' ? 'V' : 'M' } }),
  }),
  ...times(2, {
    seenBy: 'BRON',
    codes: ['753'],
    reason: `${DOCUMENT} Dag en maand van de geboortedatum waren verwisseld.`,
    fits: canSwap,
    make: ({ persoon }) => ({ persoon: { geboortedatum: swapped(persoon.geboortedatum) } }),
  }),
  {
    seenBy: 'BRON',
    codes: ['753'],
    reason: `${DOCUMENT} Het geboortejaar stond verkeerd.`,
    fits: ({ leerjaar }) => leerjaar < 7,
    make: ({ persoon }) => ({ persoon: { geboortedatum: addYears(persoon.geboortedatum, -1) } }),
  },
  {
    seenBy: 'BRON',
    codes: ['753'],
    reason: `${DOCUMENT} Het burgerservicenummer was dat van een broer of zus.`,
    fits: (pupil) => siblingOf(pupil) !== undefined,
    make: (pupil) => ({ persoon: { burgerservicenummer: siblingOf(pupil)?.persoon.burgerservicenummer } }),
  },
  {
    seenBy: 'BRON',
    codes: ['752'],
    reason: 'De ouders hebben het burgerservicenummer doorgegeven; het onderwijsnummer was van een andere leerling.',
    make: () => ({ persoon: { burgerservicenummer: undefined, onderwijsnummer: unknownOnderwijsnummer(10_800_000) } }),
  },
  ...times(3, {
    seenBy: 'BRON',
    codes: ['741'],
    reason: 'Ouders gebeld: de letters van de postcode waren verwisseld.',
    fits: ({ persoon: { postcode } }) => postcode.slice(4, 5) > 'J',
    make: ({ persoon }) => ({ persoon: { postcode: neighbours(persoon.postcode, 4) } }),
  }),
  ...times(2, {
    seenBy: 'BRON',
    codes: ['397'],
    reason: 'Het speelhuis (90) is voor BRON geen vestiging: de leerling hoort bij de eigen vestiging.',
    ...addPlacement('90'),
  }),
  ...times(3, {
    seenBy: 'BRON',
    codes: ['348'],
    reason: 'De dependance (02) is op 1 augustus 2009 gesloten: de leerling zit sindsdien op de eigen vestiging.',
    ...addPlacement('02'),
  }),
  {
    seenBy: 'BRON',
    codes: ['308'],
    reason: 'Bewijs van uitschrijving van de vorige school: de leerling kwam een schooljaar eerder.',
    fits: ({ leerjaar }) => leerjaar === 8,
    make: (pupil) => tooOldByBrp(pupil),
  },
  {
    seenBy: 'BRON',
    codes: ['311'],
    reason: 'De vorige administratie (aanleverpunt 01) had de leerling al ingeschreven, op 1 augustus.',
    fits: onlyPeriod,
    make: ({ inschrijving }) => ({ inschrijving: shifted(inschrijving, '2009-08-24') }),
  },
  ...times(6, {
    seenBy: 'BRON',
    codes: ['770'],
    reason: 'Ouders gebeld: het gezin is verhuisd.',
    make: ({ family }) => ({
      persoon: { postcode: postcodeOf((family.street + 7) % streets.length, family.huisnummer) },
    }),
  }),
  {
    seenBy: 'BRON',
    codes: ['400'],
    reason: 'De datum oorspronkelijke inschrijving hoort leeg te zijn: BRON kende de leerling nog niet.',
    fits: newcomer,
    make: ({ inschrijving }) => ({
      inschrijving: { datumOorspronkelijkeInschrijving: addYears(inschrijving.datumInschrijving, -1) },
    }),
  },
];

/** The BRP knows only the year of birth, which BRON reads as 1 January: too old for an inschrijving in this school year. */
function tooOldByBrp(pupil: Pupil): Wrong {
  const { persoon, inschrijving } = pupil;
  persoon.geboortedatum = '1995-11-20';
  const { vestigingsvolgnummer } = inschrijving.vestiging.at(-1) ?? {};
  const start = '2008-08-25';
  Object.assign(inschrijving, {
    ...shifted(inschrijving, start),
    vestiging: [{ begindatum: start, vestigingsvolgnummer }],
    leerjaarGroep: [
      { begindatum: start, leerjaar: '7', groep: `7${pupil.site}` },
      { begindatum: '2009-08-01', leerjaar: '8', groep: `8${pupil.site}` },
    ],
    gewicht: [
      {
        codeGewichtenregeling: '2',
        begindatum: start,
        gewicht: first(inschrijving.gewicht).codeGewichtenregeling === '2' ? first(inschrijving.gewicht).gewicht : '0',
      },
    ],
  });
  const wrong = shifted(inschrijving, '2009-08-24');
  return {
    inschrijving: { ...wrong, leerjaarGroep: [{ begindatum: '2009-08-24', leerjaar: '8', groep: `8${pupil.site}` }] },
  };
}
