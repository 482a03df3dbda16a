import { brokenBsn, DOCUMENT, first, newcomer, onlyPeriod, shifted, type Recipe } from './recipes.mts';

/** 12 mistakes that the LAS finds before it sends. */
export const forVoorcontrole: readonly Recipe[] = [
  {
    seenBy: 'voorcontrole',
    codes: ['750'],
    reason: `${DOCUMENT} Twee cijfers van het burgerservicenummer waren verwisseld.`,
    make: ({ persoon }) => ({ persoon: { burgerservicenummer: brokenBsn(persoon.burgerservicenummer ?? '') } }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['303'],
    reason: 'De groep geldt vanaf de datum inschrijving.',
    fits: onlyPeriod,
    make: ({ inschrijving }) => ({
      inschrijving: { leerjaarGroep: [{ ...first(inschrijving.leerjaarGroep), begindatum: '2009-08-24' }] },
    }),
  },
  {
    seenBy: 'voorcontrole',
    // Every period then begins after the uitschrijving.
    codes: ['314', '321', '321', '321', '321'],
    reason: 'De leerling is in 2009 verhuisd, niet in 2008.',
    fits: onlyPeriod,
    make: (pupil) => {
      pupil.inschrijving.datumUitschrijving = '2009-10-16';
      return { inschrijving: { datumUitschrijving: '2008-10-16' } };
    },
  },
  {
    seenBy: 'voorcontrole',
    codes: ['341'],
    reason: 'De ouderverklaring over de opleiding is er nu.',
    fits: newcomer,
    make: () => ({ inschrijving: { gewicht: [] } }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['322'],
    reason: 'Kleuters op een basisschool zitten in leerjaar 1.',
    fits: (pupil) => pupil.leerjaar === 1 && newcomer(pupil),
    make: ({ inschrijving }) => ({
      inschrijving: { leerjaarGroep: inschrijving.leerjaarGroep.map((period) => ({ ...period, leerjaar: '0' })) },
    }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['741'],
    reason: 'Het gewicht 0,25 hoort bij de oude regeling.',
    fits: (pupil) => newcomer(pupil) && first(pupil.inschrijving.gewicht).gewicht === '0,30',
    make: ({ inschrijving }) => ({ inschrijving: { gewicht: [{ ...first(inschrijving.gewicht), gewicht: '0,25' }] } }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['321'],
    reason: 'De groep van voor de inschrijving hoort bij de vorige school.',
    fits: (pupil) => onlyPeriod(pupil) && pupil.leerjaar > 3,
    make: ({ inschrijving, leerjaar, site }) => ({
      inschrijving: {
        leerjaarGroep: [
          { begindatum: '2008-09-01', leerjaar: String(leerjaar - 1), groep: `${leerjaar - 1}${site}` },
          ...inschrijving.leerjaarGroep,
        ],
      },
    }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['349'],
    reason: 'Dezelfde groep was twee keer ingevoerd.',
    fits: newcomer,
    make: ({ inschrijving, site, leerjaar }) => ({
      inschrijving: {
        leerjaarGroep: [
          ...inschrijving.leerjaarGroep,
          {
            begindatum: inschrijving.leerjaarGroep.at(-1)?.begindatum,
            leerjaar: String(leerjaar),
            groep: `${leerjaar}${site === 'a' ? 'b' : 'a'}`,
          },
        ],
      },
    }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['306'],
    reason: 'De leerling kwam in 2009, niet in 2008.',
    fits: (pupil) =>
      pupil.leerjaar === 1 &&
      pupil.inschrijving.datumInschrijving >= '2009-08-24' &&
      pupil.inschrijving.leerjaarGroep.length === 1,
    make: ({ inschrijving }) => ({
      inschrijving: shifted(inschrijving, `2008${inschrijving.datumInschrijving.slice(4)}`),
    }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['313'],
    reason: 'De voorschool duurt ten hoogste 24 maanden.',
    fits: ({ inschrijving }) => inschrijving.voorschoolseMaanden !== undefined,
    make: () => ({ inschrijving: { voorschoolseMaanden: '36' } }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['742'],
    reason: 'Een basisschool heeft acht leerjaren.',
    fits: (pupil) => onlyPeriod(pupil) && pupil.leerjaar > 3,
    make: ({ inschrijving }) => ({
      inschrijving: { leerjaarGroep: [{ ...first(inschrijving.leerjaarGroep), leerjaar: '9' }] },
    }),
  },
  {
    seenBy: 'voorcontrole',
    codes: ['741'],
    reason: 'De aanduiding NNCA is 1 of 2.',
    make: () => ({ inschrijving: { aanduidingNnca: '3' } }),
  },
];
