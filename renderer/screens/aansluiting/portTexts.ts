import type { BronPort, PortResult, PortStage, PortTest, StageState } from '../../../shared/api/ports.ts';

/** What each port is for (Stappenplan step 4). */
export const purposes: Readonly<Record<BronPort, string>> = {
  80: 'internet, onbeveiligd',
  443: 'internet, beveiligd',
  6914: 'webservice van BRON, beveiligd',
};

const stageNames: Readonly<Record<PortStage, string>> = {
  proxy: 'Proxy',
  name: 'Naam',
  connection: 'Verbinding',
  tls: 'Beveiliging',
  interception: 'Onderschepping',
  certificate: 'Certificaat',
  answer: 'Antwoord',
};

const stateNames: Readonly<Record<StageState, string>> = {
  ok: 'in orde',
  asked: 'gevraagd',
  failed: 'niet in orde',
  skipped: 'niet getest',
};

/** Interception is in order when there is none. */
const interceptionNames: Readonly<Record<StageState, string>> = { ...stateNames, ok: 'geen', failed: 'mogelijk' };

/** One stage in words: `Verbinding: in orde`. */
export const stageText = ({ stage, state }: PortResult['stages'][number]): string =>
  `${stageNames[stage]}: ${(stage === 'interception' ? interceptionNames : stateNames)[state]}`;

/** Whether BRON asked for a certificate that is not there yet. */
const waitsForCertificate = ({ stages }: PortResult): boolean => stages.some(({ state }) => state === 'asked');

/** What there is to say of a port that is not closed; undefined when nothing is. */
export function noteOf(result: PortResult): string | undefined {
  if (result.outcome === 'unset')
    return 'Er is geen adres ingesteld. De beheerder vult dat in bij Instellingen, Verbinding met BRON.';
  if (!waitsForCertificate(result)) return undefined;
  return 'BRON vraagt om het beveiligingscertificaat. Dat krijgt u pas in stap 9: verder dan deze vraag kan de test nu niet komen. De poort is open.';
}

/** The outcome of all three in one sentence. */
export function summaryOf({ ports }: Pick<PortTest, 'ports'>): string {
  const of = (outcome: PortResult['outcome']) =>
    ports.filter((result) => result.outcome === outcome).map(({ port }) => String(port));
  const [closed, unset] = [of('closed'), of('unset')];
  const named = (numbers: string[]) => `${numbers.length === 1 ? 'Poort' : 'De poorten'} ${numbers.join(' en ')}`;
  const are = (numbers: string[]) => (numbers.length === 1 ? 'is' : 'zijn');
  if (closed.length > 0) return `${named(closed)} ${are(closed)} niet open.`;
  if (unset.length > 0) return `${named(unset)} ${are(unset)} niet getest.`;
  return 'De drie poorten zijn open.';
}

/** The newer of two tests. */
export const newest = (one: PortTest | undefined, other: PortTest | undefined): PortTest | undefined =>
  one && other && one.at > other.at ? one : (other ?? one);
