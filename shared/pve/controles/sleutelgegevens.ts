import { formatDutchDate, isDate } from '../../domain/dates.ts';
import type { Message } from '../berichten/messages.ts';
import { situatieNieuw } from '../gegevensset/personInMessages.ts';
import { hitWhen, rowsOfBericht, type Controle } from './controle.ts';
import { textOf } from './facts.ts';
import { judgeControles } from './judge.ts';
import { personControles } from './person.ts';
import type { ControleContext, Finding, RegisterFacts } from './types.ts';

const row = { gegevensgroep: 'persoonMetPgn', ernst: 'A', section: '4.2.7', berichten: [2] } as const;

/** 793: the gegeven comes from the BRP. One row of the PvE, that on postcode, prints no ernst. */
const fromBrp = (attribuut: string): Controle => ({
  ...row,
  attribuut,
  code: '793',
  needs: 'register',
  check: ({ persoon, register }) => hitWhen(register?.brpRelation === true && textOf(persoon, attribuut) !== undefined),
});

const addressDate = situatieNieuw.elements.find(({ key }) => key === 'datumIngangAdreswijziging');

/** The rows of PvE 4.2.7 on situatie nieuw of bericht 2 alone, judged as the persoonsgegevens that it brings. */
export const situatieNieuwControles: readonly Controle[] = [
  ...['geboortedatum', 'geslacht', 'postcode', 'land'].map(fromBrp),
  {
    ...row,
    attribuut: 'datumIngangAdreswijziging',
    code: '301',
    needs: 'school',
    check: ({ content, school }) => {
      const date = textOf(content.persoonMetPgn?.[0], 'datumIngangAdreswijziging');
      const late = isDate(date) && school.closed !== undefined && date >= school.closed;
      return hitWhen(late, { attribuut: addressDate?.name, waarde: date && formatDutchDate(date) });
    },
  },
];

const personRows = rowsOfBericht(2, personControles);
const nobody: Pick<RegisterFacts, 'others' | 'deleted'> = { others: [], deleted: [] };

/** What a wijziging sleutelgegevens is judged by. */
export interface WijzigingContext extends Omit<ControleContext, 'content' | 'register'> {
  wijziging: Message<2>;
  /** The pupil by situatie oud, and by the BSN of situatie nieuw. */
  oud: Pick<RegisterFacts, 'personFound' | 'brpRelation'>;
  nieuw: Pick<RegisterFacts, 'personFound' | 'geheim'>;
}

/** Judges a wijziging sleutelgegevens (PvE 5.6.2): both situaties as persoonsgegevens, and what may change at all. */
export function judgeWijziging({ wijziging, oud, nieuw, ...known }: WijzigingContext): Finding[] {
  const judged = (
    gegevensgroep: 'situatieOud' | 'situatieNieuw',
    register: Partial<RegisterFacts> & Pick<RegisterFacts, 'personFound'>,
    rows: readonly Controle[],
  ) => {
    const content = { persoonMetPgn: wijziging[gegevensgroep] ?? [] };
    return judgeControles({ ...known, content, register: { ...nobody, ...register } }, rows).map(({ finding }) => ({
      ...finding,
      gegevensgroep,
    }));
  };
  return [
    ...judged('situatieOud', oud, personRows),
    ...judged('situatieNieuw', { ...oud, ...nieuw }, [...situatieNieuwControles, ...personRows]),
  ];
}
