import type { Output } from '../../shared/api/contract.ts';
import type { DemoStep } from '../../shared/api/settings.ts';
import type { DemoLas } from './administration.mts';

/** What became of the messages of one round. */
export interface Round {
  tegengehouden: number;
  verzonden: number;
  geregistreerd: number;
  metSignaal: number;
  afgekeurd: number;
  onzeker: number;
  /** How often each code was found, by the voorcontrole or by BRON, of both severities. */
  signalen: Record<string, number>;
}

/** The outcome of the demo, in the order in which it is printed. */
export interface DemoOutcome {
  leerlingen: number;
  /** Pupils of a file of whom personal facts are lacking, and how many lack what. */
  onvolledig?: { aantal: number; velden: Record<string, number> };
  ronde1: Round;
  ronde2: Round;
  stand: { inBron: number; afgekeurd: number };
  seconden: number;
}

type Bericht = Output<'exchange.berichten'>['rows'][number];
type Work = Output<'terugkoppelingen.work'>['rows'][number];

const PAGE = 200;

async function allBerichten(las: DemoLas): Promise<Bericht[]> {
  const rows: Bericht[] = [];
  for (;;) {
    const page = await las.call('exchange.berichten', { offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

async function allWork(las: DemoLas): Promise<Work[]> {
  const rows: Work[] = [];
  for (;;) {
    const page = await las.call('terugkoppelingen.work', { offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** Counts the messages that were made after `lastBefore`, and what was found on them. */
async function countRound(las: DemoLas, lastBefore: number, since: string): Promise<Round> {
  const berichten = (await allBerichten(las)).filter(({ id }) => id > lastBefore);
  const count = (...states: Bericht['state'][]) => berichten.filter(({ state }) => states.includes(state)).length;
  const round = {
    tegengehouden: count('tegengehouden'),
    geregistreerd: count('geregistreerd'),
    metSignaal: count('geregistreerd met signaal'),
    afgekeurd: count('afgekeurd', 'geweigerd'),
    onzeker: count('onzeker', 'verzonden', 'in behandeling'),
  };
  const codes = (await allWork(las)).filter(({ receivedAt }) => receivedAt >= since).map(({ code }) => code);
  const signalen = Object.fromEntries(
    [...new Set(codes)].sort().map((code) => [code, codes.filter((other) => other === code).length]),
  );
  const { tegengehouden, geregistreerd, metSignaal, afgekeurd, onzeker } = round;
  const verzonden = geregistreerd + metSignaal + afgekeurd + onzeker;
  return { tegengehouden, verzonden, geregistreerd, metSignaal, afgekeurd, onzeker, signalen };
}

/** Does the five steps of the guided card, and counts what became of the messages of each round. */
export async function runSteps(las: DemoLas, say: (line: string) => void): Promise<{ ronde1: Round; ronde2: Round }> {
  const run = async (...steps: DemoStep[]): Promise<Round> => {
    const { now } = await las.call('session.status', {});
    const lastBefore = Math.max(0, ...(await allBerichten(las)).map(({ id }) => id));
    for (const step of steps) {
      const state = await las.call('demo.run', { step });
      say(`${step}: ${state.steps.find((done) => done.step === step)?.summary ?? ''}`);
    }
    return countRound(las, lastBefore, now);
  };
  const ronde1 = await run('certificaat', 'versturen', 'terugkoppelingen');
  const ronde2 = await run('verbeteren', 'opnieuw versturen');
  return { ronde1, ronde2 };
}
