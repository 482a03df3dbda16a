import type { Path, PathPlan, PathTask, StepPlan } from '../../../shared/api/aansluiting.ts';
import { deadlineRules } from '../../../shared/aansluiting/deadlines.ts';
import type { Doer, Ending, Part, PartKey } from '../../../shared/aansluiting/types.ts';
import { countOf } from '../../texts/format.ts';
import { longDate } from '../uitwisselen/moments.ts';

export const stateTexts: Record<StepPlan['state'], string> = {
  done: 'Gedaan',
  current: 'Nu te doen',
  open: 'Te doen',
  waiting: 'Wacht nog',
  closed: 'Na stap 7',
  over: 'Voorbij',
};

const doers: Record<Doer, string> = {
  school: 'de school',
  gemachtigde: 'de gemachtigde',
  contactpersoon: 'de contactpersoon',
  systeembeheerder: 'de systeembeheerder',
  'bevoegd gezag': 'het bevoegd gezag',
  'organisatie BRON': 'de organisatie BRON',
  programma: 'het programma',
};

/** Who does a part: the person of the plan van aanpak, or who does it at most schools. */
export const ownerOf = ({ by }: Part, task: PathTask | undefined): string => task?.owner ?? doers[by];

/** By when a part is to be done: the day of the plan van aanpak, or the deadline that ends with it. */
export function dueOf(key: PartKey, task: PathTask | undefined, { deadlines }: PathPlan): string | undefined {
  const own = deadlines.filter((one) => {
    const rule = deadlineRules[one.key];
    return 'part' in rule && rule.part === key;
  });
  return task?.due ?? own.at(-1)?.on;
}

/** The second of the two aantallen of step 6, by kind of school. */
export const ambulantLabels: Record<Path['kind'], string> = {
  WPO: 'Waarvan ambulant begeleid',
  WEC: 'Ambulant begeleid op andere scholen',
};

/** The two aantallen of step 6 in words. */
export const aantallenText = (kind: Path['kind'], { leerlingen, ambulant }: Path['counted']): string =>
  kind === 'WPO'
    ? `${countOf(leerlingen, 'leerling', 'leerlingen')}, van wie ${ambulant} ambulant begeleid`
    : `${countOf(leerlingen, 'leerling', 'leerlingen')}, en ${ambulant} op andere scholen ambulant begeleid`;

/** How far off a day is: "vandaag", "over 5 dagen", "3 dagen geleden". */
export function daysText(daysLeft: number): string {
  if (daysLeft === 0) return 'vandaag';
  if (daysLeft === 1) return 'morgen';
  if (daysLeft === -1) return 'gisteren';
  return daysLeft > 0 ? `over ${daysLeft} dagen` : `${-daysLeft} dagen geleden`;
}

/** What the two endings, and the one that the Stappenplan does not know, mean from then on (Stappenplan step 13). */
export const endingTexts: Record<Ending, { title: string; text: string }> = {
  gekwalificeerd: {
    title: 'Uw school is gekwalificeerd.',
    text: 'U hebt akkoord gegeven op de inhoud van de GTB, het vergelijkingsoverzicht en de aantallen. De gegevens in BRON worden gebruikt voor de bekostiging. Vanaf nu gaan wijzigingen binnen twee weken naar BRON.',
  },
  aangesloten: {
    title: 'Uw school is aangesloten, nog niet gekwalificeerd.',
    text: 'De tien werkweken zijn voorbij en u kunt uitwisselen, maar u hebt nog geen akkoord gegeven op de inhoud of de aantallen. Vul de gegevens aan tot ze kloppen: zij gaan de basis vormen voor de bekostiging. De Helpdesk BRON belt u niet meer uit zichzelf; u kunt wel zelf bellen. Vanaf nu gaan wijzigingen binnen twee weken naar BRON.',
  },
  closed: {
    title: 'Uw school is opgeheven of opgegaan in een andere school.',
    text: 'Onder dit BRIN-nummer gaat het aansluiten niet verder. Schrijf de leerlingen uit met de laatste schooldag, en wissel dat nog uit met BRON. Een school waarin u opgaat, sluit aan onder haar eigen BRIN-nummer; overleg met de Helpdesk BRON.',
  },
};

/** Where the school is, in a heading and a sentence. */
export function situationText({ plan, calendarEntered }: Pick<Path, 'plan' | 'calendarEntered'>): {
  title: string;
  text: string;
} {
  const { state, plannedWeek, start, letterOn, weeksLeft = 0, week, weeks } = plan;
  const end = weeks.at(-1)?.last;
  switch (state) {
    case 'voorbereiding': {
      const when = start
        ? `De fase aansluiting BRON start op ${longDate(start)}.`
        : plannedWeek
          ? `De geplande startweek begint op ${longDate(plannedWeek)}; de echte start kan twee weken eerder of later zijn.`
          : 'In de eerste vooraankondiging staat in welke week u start.';
      return {
        title: plan.prepared ? 'De voorbereiding is klaar' : 'Voorbereiding op de fase aansluiting BRON',
        text: plan.prepared ? `${when} Zodra de wachtwoordbrief er is, kunt u verder met stap 8.` : when,
      };
    }
    case 'aansluiting':
      return {
        title:
          week === undefined ? `Fase aansluiting BRON: nu geen werkweek` : `Fase aansluiting BRON: week ${week} van 10`,
        text: `Nog ${countOf(weeksLeft, 'werkweek', 'werkweken')}, tot en met ${longDate(end ?? '')}. De wachtwoordbrief is ontvangen op ${longDate(letterOn ?? '')}${calendarEntered ? '; uw vakanties tellen niet mee' : ''}.`,
      };
    case 'over':
      return {
        title: 'De tien werkweken zijn voorbij',
        text: `De laatste was op ${longDate(end ?? '')}. U krijgt bericht over het afronden: gekwalificeerd als u akkoord hebt gegeven, anders aangesloten. Noteer dat bij stap 13; is er nog geen bericht, vraag de Helpdesk BRON ernaar.`,
      };
    default:
      return endingTexts[state];
  }
}

/** How much of a normaantal is registered, as `(75 %)`; nothing without one. */
export const percentText = (registered: number, norm: number | undefined): string =>
  norm ? `(${Math.floor((100 * registered) / norm)} %)` : '';

/** How many of the normaantal are in BRON, and whether that is on schedule, in a sentence. @param what who is counted, in the plural */
export const scoreText = (
  what: string,
  { registered, onSchedule }: { registered: number; onSchedule: boolean },
  norm: number,
): string =>
  norm === 0 && registered === 0
    ? `Er zijn geen ${what} doorgegeven.`
    : `Van de ${norm} ${what} ${registered === 1 ? 'staat' : 'staan'} er ${registered} in BRON${onSchedule ? ', en dat is op schema' : ''}.`;
