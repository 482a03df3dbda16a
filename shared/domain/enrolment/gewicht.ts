import { formatDutchDate, isDate, isPartialDate, reckonedDate } from '../dates.ts';
import { backgroundOf, type VerzorgerFacts } from './background.ts';
import { waitingFor, type Proposal } from './proposal.ts';

/** The proposal for one voorkomen of Gewicht WPO (PvE 4.1.3, elements 64 to 66). */
export interface GewichtProposal extends Proposal {
  codeGewichtenregeling: '1' | '2';
  begindatum: string;
}

/**
 * Since when the second regeling holds for whom: per first school year the day after which the pupil is born (Besluit of
 * 19 May 2006, art. II lid 1 to 4). For everybody else from 1 August 2010.
 */
const phases = [
  { bornAfter: '2000-10-01', from: '2006-08-01' },
  { bornAfter: '1999-10-01', from: '2007-08-01' },
  { bornAfter: '1998-10-01', from: '2008-08-01' },
  { bornAfter: '1994-10-01', from: '2009-08-01' },
] as const;
const EVERYBODY_FROM = '2010-08-01';

/** The first day on which the second gewichtenregeling holds for a pupil. */
export function newSchemeFrom(geboortedatum: string): string {
  const born = reckonedDate(geboortedatum);
  return phases.find(({ bornAfter }) => born > bornAfter)?.from ?? EVERYBODY_FROM;
}

const OPLEIDING_MISSING = 'de opleiding van de verzorgers';
const MORE_THAN_TWO =
  'Er staan meer dan twee verzorgers; het gewicht hangt af van de opleiding van de ouders. Kies het gewicht zelf.';
const HIGHER = 'Een van de verzorgers heeft een hogere opleiding (categorie 3).';

/** What both regelingen ask first; undefined when all verzorgers have at most lbo or vbo. */
function settled(verzorgers: readonly VerzorgerFacts[]): Proposal | undefined {
  if (verzorgers.length > 2) return { reason: MORE_THAN_TWO, missing: [] };
  if (verzorgers.some(({ opleiding }) => opleiding === '3')) return { value: '0', reason: HIGHER, missing: [] };
  if (verzorgers.length === 0 || verzorgers.some(({ opleiding }) => !opleiding)) return waitingFor([OPLEIDING_MISSING]);
  return undefined;
}

/** The first regeling, until 31 July 2010: 0,25 for Dutch and 0,90 for other parents with at most lbo or vbo. */
function oldWeight(verzorgers: readonly VerzorgerFacts[]): Proposal {
  const known = settled(verzorgers);
  if (known) return known;
  const backgrounds = verzorgers.map(({ geboorteland }) => backgroundOf(geboorteland));
  if (backgrounds.some((background) => background === 'other' || background === 'suriname')) {
    const reason =
      'De verzorgers hebben ten hoogste lbo of vbo, met een niet-Nederlandse culturele achtergrond. Voor schippers- en reizende kinderen gelden 0,40 en 0,70.';
    return { value: '0,90', reason, missing: [] };
  }
  if (backgrounds.includes('unknown')) return waitingFor(['het geboorteland van de verzorgers']);
  if (backgrounds.includes('doubtful'))
    return { reason: 'Het wordt 0,25 of 0,90, naar de culturele achtergrond: kies zelf.', missing: [] };
  const reason =
    'De verzorgers hebben ten hoogste lbo of vbo. Voor schippers- en reizende kinderen gelden 0,40 en 0,70.';
  return { value: '0,25', reason, missing: [] };
}

/** The second regeling: 0,30 and 1,20 (Besluit bekostiging WPO art. 27). */
function newWeight(verzorgers: readonly VerzorgerFacts[]): Proposal {
  const known = settled(verzorgers);
  if (known) return known;
  if (verzorgers.every(({ opleiding }) => opleiding === '2'))
    return {
      value: '0,30',
      reason: 'De verzorgers hebben ten hoogste lbo, vbo of praktijkonderwijs (categorie 2).',
      missing: [],
    };
  const reason =
    verzorgers.length === 1
      ? 'De enige verzorger heeft ten hoogste basisonderwijs (categorie 1).'
      : 'Een van de verzorgers heeft ten hoogste basisonderwijs (categorie 1), de ander niet meer dan categorie 2.';
  return { value: '1,20', reason, missing: [] };
}

export interface GewichtFacts {
  verzorgers: readonly VerzorgerFacts[];
  geboortedatum?: string | undefined;
  datumInschrijving?: string | undefined;
  /** Last day that is looked at: voorkomens that begin later are not proposed yet. */
  until: string;
}

/**
 * The gewichten of a pupil of a BAO from the opleiding of the verzorgers: one in the regeling that holds on the datum
 * inschrijving, and one in the second regeling when that begins to hold later. Empty while birth date or datum inschrijving are
 * unknown. A regeling can occur only once in a melding (349), so a gewicht has no history within it.
 */
export function proposeGewicht({
  verzorgers,
  geboortedatum,
  datumInschrijving,
  until,
}: GewichtFacts): GewichtProposal[] {
  if (!isPartialDate(geboortedatum) || !isDate(datumInschrijving)) return [];
  const from = newSchemeFrom(geboortedatum);
  const second = (begindatum: string): GewichtProposal => ({
    codeGewichtenregeling: '2',
    begindatum,
    ...newWeight(verzorgers),
  });
  if (datumInschrijving >= from) return [second(datumInschrijving)];
  const old = oldWeight(verzorgers);
  const first: GewichtProposal = {
    codeGewichtenregeling: '1',
    begindatum: datumInschrijving,
    ...old,
    reason: `Tot ${formatDutchDate(from)} geldt voor deze leerling de eerste gewichtenregeling. ${old.reason}`,
  };
  return from <= until ? [first, second(from)] : [first];
}
