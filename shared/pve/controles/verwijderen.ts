import { inMessage, inschrijvingKinds, kindOfSchool, type InschrijvingKind } from '../berichten/kinds.ts';
import type { Message } from '../berichten/messages.ts';
import { hitWhen, onlyIn, rowsOf, rowsOfBericht, type Controle } from './controle.ts';
import { pgnChoice } from './header.ts';
import { judgeControles } from './judge.ts';
import { personControles } from './person.ts';
import type { ControleContext, Finding } from './types.ts';
import { eindtoetsRemoved } from './verplichteEindtoets.ts';

/** 304: BRON has no such inschrijving. Who is not found has 752 or 753 only (assumed). */
const isRegistered = (kind: InschrijvingKind, section: string): Controle[] =>
  rowsOf(kind, [
    {
      gegevensgroep: inschrijvingKinds[kind].key,
      attribuut: 'datumInschrijving',
      code: '304',
      ernst: 'A',
      section,
      berichten: [4],
      needs: 'register',
      check: ({ register }) => hitWhen(register?.personFound === true && register.registered === undefined),
    },
  ]);

/** The controles of bericht 4 (PvE 4.2.7, 4.2.8.1, 4.2.9.1; 4.2.10.1 of 2015-11). */
export const verwijderenControles: readonly Controle[] = [
  ...rowsOfBericht(4, [pgnChoice, ...personControles]),
  ...isRegistered('WPO', '4.2.8.1'),
  ...isRegistered('WEC', '4.2.9.1'),
  ...onlyIn('2015-11', [eindtoetsRemoved]),
];

/** A verwijdering as a melding would say it: whose inschrijving it is about, and which. */
export const verwijderingAsMelding = (
  { persoon, identificatieInschrijving: [inschrijving] = [] }: Message<4>,
  { soort }: Pick<ControleContext['school'], 'soort'>,
): ControleContext['content'] => ({
  ...(persoon ? { persoonMetPgn: persoon } : {}),
  ...(inschrijving ? inMessage(kindOfSchool(soort), inschrijving) : {}),
});

/** Judges a verwijdering; `content` holds what {@link verwijderingAsMelding} makes of it. */
export const judgeVerwijdering = (context: ControleContext): Finding[] =>
  judgeControles(context, verwijderenControles).map(({ finding }) => finding);
