import type { Voortgang } from '../../../shared/mijnBron/progress.ts';

/** The two situations from which a school exchanges regularly (Stappenplan step 13). */
export const situations = ['gekwalificeerd', 'aangesloten'] as const;
export type Situation = (typeof situations)[number];

/** What each situation is, and what it means from then on, in sentences. */
export const situationTexts: Readonly<Record<Situation, { title: string; when: string; means: readonly string[] }>> = {
  gekwalificeerd: {
    title: 'Gekwalificeerd',
    when: 'U hebt in stap 12 akkoord gegeven op de inhoud van de GTB, het vergelijkingsoverzicht en de aantallen in BRON.',
    means: [
      'De gegevens in BRON gaan gebruikt worden voor de bekostiging.',
      'U wisselt elke wijziging binnen twee weken uit met BRON.',
      'Op de GTB ziet u de actuele gegevens van de leerlingen voor wie u bekostiging ontvangt.',
    ],
  },
  aangesloten: {
    title: 'Aangesloten',
    when: 'De tien werkweken zijn voorbij en u hebt aangegeven dat u kunt uitwisselen, maar u hebt geen akkoord gegeven op de inhoud of de aantallen.',
    means: [
      'U vult de gegevens aan tot ze kloppen: ook dan worden ze de basis voor de bekostiging.',
      'U wisselt elke wijziging binnen twee weken uit met BRON.',
      'De Helpdesk BRON belt u niet meer uit zichzelf. U kunt wel zelf bellen.',
    ],
  },
};

/** How the fase ended by Mijn BRON; undefined: it has not. */
export const endedAs = ({ state }: Voortgang): Situation | undefined => situations.find((one) => one === state);
