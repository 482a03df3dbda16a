import { addMonths, formatDutchDate, isDate } from '../dates.ts';

/** What a school keeps to show that a new pupil was at no other school (WPO art. 40b; Regeling structuur en inrichting). */
export const proofKinds = ['bewijs van uitschrijving', 'ouderverklaring'] as const;

/** A bewijs van uitschrijving may be this old on the datum inschrijving. */
const MONTHS = 6;

export interface ProofFacts {
  kind?: string | undefined;
  /** Date on the bewijs van uitschrijving or under the statement of the parents. */
  date?: string | undefined;
  datumInschrijving?: string | undefined;
}

/** What is wrong or missing about the proof, one or two Dutch sentences; undefined when it will do. */
export function proofObjection({ kind, date, datumInschrijving }: ProofFacts): string | undefined {
  if (!kind)
    return 'Bewaar een bewijs van uitschrijving van de vorige school, niet ouder dan 6 maanden, of een verklaring van de ouders dat het kind in de 6 maanden ervoor op geen andere school stond.';
  if (!isDate(date) || !isDate(datumInschrijving)) return `Vul de datum van ${articleOf(kind)} ${kind} in.`;
  const oldest = addMonths(datumInschrijving, -MONTHS);
  if (date >= oldest) return undefined;
  const of = kind === 'ouderverklaring' ? 'De ouderverklaring' : 'Het bewijs van uitschrijving';
  return `${of} is van ${formatDutchDate(date)}: dat is bij de inschrijving ouder dan 6 maanden (vóór ${formatDutchDate(oldest)}). Vraag een nieuwe verklaring aan de ouders.`;
}

const articleOf = (kind: string) => (kind === 'ouderverklaring' ? 'de' : 'het');
