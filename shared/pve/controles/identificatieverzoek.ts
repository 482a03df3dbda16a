import { hitWhen, rowsOfBericht, type Controle } from './controle.ts';
import { textOf } from './facts.ts';
import { personChoices } from './header.ts';
import { judgeControles } from './judge.ts';
import { personControles } from './person.ts';
import { personWithoutPgnControles } from './personWithoutPgn.ts';
import type { ControleContext, Finding, RegisterFacts } from './types.ts';

type Outcome = NonNullable<RegisterFacts['onderwijsnummer']>;

const row = {
  gegevensgroep: 'persoonMetPgn',
  attribuut: 'onderwijsnummer',
  ernst: 'S',
  section: '4.2.7',
  berichten: [1, 3],
  needs: 'register',
} as const;

/** The pupil came with a BSN, which is unreliable. */
const insteadOfBsn = (code: string, outcome: Outcome): Controle => ({
  ...row,
  code,
  check: ({ persoon, register }) =>
    hitWhen(register?.onderwijsnummer === outcome && textOf(persoon, 'burgerservicenummer') !== undefined),
});

/** The pupil came without a PGN, and no BSN was found. */
const withoutPgn = (code: string, outcome: Outcome): Controle => ({
  ...row,
  code,
  check: ({ content, register }) =>
    hitWhen(register?.onderwijsnummer === outcome && content.persoonZonderPgn?.[0] !== undefined),
});

/** The rows of PvE 4.2.7 that tell which onderwijsnummer the identification led to ("no controle in the literal sense"). */
export const onderwijsnummerControles: readonly Controle[] = [
  insteadOfBsn('756', 'found'),
  insteadOfBsn('757', 'given'),
  withoutPgn('756', 'found'),
  withoutPgn('757', 'given'),
];

/** The controles of bericht 1 (PvE 4.2.7, 5.6.1). */
export const identificatieverzoekControles: readonly Controle[] = rowsOfBericht(1, [
  ...personChoices,
  ...onderwijsnummerControles,
  ...personControles,
  ...personWithoutPgnControles,
]);

const findings = (context: ControleContext, rows: readonly Controle[]): Finding[] =>
  judgeControles(context, rows).map(({ finding }) => finding);

/** Which onderwijsnummer a pupil has or gets, as signalen. Also of a melding: beside what `judgeMelding` finds. */
export const judgeOnderwijsnummer = (context: ControleContext): Finding[] =>
  findings(context, onderwijsnummerControles);

/** Judges an identificatieverzoek; `content` holds its persoonsgegevens. */
export const judgeIdentificatieverzoek = (context: ControleContext): Finding[] =>
  findings(context, identificatieverzoekControles);
