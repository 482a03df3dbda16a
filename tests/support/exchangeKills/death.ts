/** When in a change a core dies: inside its transaction, just after the commit, or so many milliseconds later. */
export type Moment = 'inside' | 'committed' | number;

export interface Death {
  change: string;
  /** At the how manieth time that it happens, from 1. */
  occurrence: number;
  moment: Moment;
}

/** A line of what a watched core has to say: a change that happened, or the one at which it died. */
export type Report = { change: string } | { killedAt: string; inTransaction: boolean };

const NAME = 'LAS_DEATH';

/** The environment of a core that tells of each change in the file `report`, and dies `at` one. */
export const deathIn = (report: string, at?: Death): NodeJS.ProcessEnv => ({ [NAME]: JSON.stringify({ report, at }) });

export const readDeath = (): { report: string; at?: Death } =>
  JSON.parse(process.env[NAME] ?? '') as { report: string; at?: Death };
