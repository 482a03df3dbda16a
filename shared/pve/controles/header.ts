import { hitWhen, type Controle } from './controle.ts';
import { textOf, type Facts, type PersoonKey } from './facts.ts';
import { CHOICE } from './readings.ts';

const isWec = ({ kind }: Facts) => kind === 'WEC';
const has = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;
const schoolsoort = (facts: Facts) => ({ schoolsoort: isWec(facts) ? 'WEC-school' : 'WPO-school' });
const noInschrijving = ({ content }: Facts) => !has(content.inschrijvingWpo) && !has(content.inschrijvingWec);

/** PvE 4.2.6: only the part of the sector that the school belongs to. */
export const headerControles: Controle[] = [
  {
    code: '356',
    gegevensgroep: 'inschrijvingWpo',
    ernst: 'A',
    section: '4.2.6',
    needs: 'school',
    check: (facts) => hitWhen(isWec(facts) && has(facts.content.inschrijvingWpo), schoolsoort(facts)),
  },
  {
    code: '356',
    gegevensgroep: 'inschrijvingWec',
    ernst: 'A',
    section: '4.2.6',
    needs: 'school',
    check: (facts) => hitWhen(!isWec(facts) && has(facts.content.inschrijvingWec), schoolsoort(facts)),
  },
];

const choice = { ernst: 'A', section: '5.6.3' } as const;

const addressChoice = (gegevensgroep: PersoonKey): Controle => ({
  ...choice,
  code: CHOICE.missingGegeven,
  gegevensgroep,
  attribuut: 'postcode',
  check: ({ content }) => {
    const persoon = content[gegevensgroep]?.[0];
    return hitWhen(persoon !== undefined && !textOf(persoon, 'postcode') && !textOf(persoon, 'land'));
  },
});

/** A persoon met PGN has a burgerservicenummer or an onderwijsnummer (PvE 5.6.3, 5.6.5). */
export const pgnChoice: Controle = {
  ...choice,
  code: CHOICE.missingGegeven,
  gegevensgroep: 'persoonMetPgn',
  attribuut: 'burgerservicenummer',
  check: ({ content }) => {
    const persoon = content.persoonMetPgn?.[0];
    return hitWhen(
      persoon !== undefined && !textOf(persoon, 'burgerservicenummer') && !textOf(persoon, 'onderwijsnummer'),
    );
  },
};

/** The choices that persoonsgegevens leave, in every message that has them with postcode and land (PvE 5.6.1, 5.6.3). */
export const personChoices: readonly Controle[] = [
  pgnChoice,
  addressChoice('persoonMetPgn'),
  addressChoice('persoonZonderPgn'),
];

/** The choices of bericht 3 (PvE 5.6.3). The codes are assumed, see `CHOICE`. */
export const choiceControles: Controle[] = [
  {
    ...choice,
    code: CHOICE.missingGroup,
    gegevensgroep: 'persoonMetPgn',
    check: ({ content }) => hitWhen(!has(content.persoonMetPgn) && !has(content.persoonZonderPgn)),
  },
  {
    ...choice,
    code: CHOICE.groupTooMany,
    gegevensgroep: 'persoonZonderPgn',
    check: ({ content }) => hitWhen(has(content.persoonMetPgn) && has(content.persoonZonderPgn)),
  },
  ...personChoices,
  {
    ...choice,
    code: CHOICE.missingGroup,
    gegevensgroep: 'inschrijvingWpo',
    check: (facts) => hitWhen(!isWec(facts) && noInschrijving(facts)),
  },
  {
    ...choice,
    code: CHOICE.missingGroup,
    gegevensgroep: 'inschrijvingWec',
    check: (facts) => hitWhen(isWec(facts) && noInschrijving(facts)),
  },
];
