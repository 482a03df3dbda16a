import manuals from './manuals.json' with { type: 'json' };
import steps from './steps.json' with { type: 'json' };

/** Who answers what is left to ask about a topic (Stappenplan, "Waar kan ik terecht met vragen?"). */
export const askWhom = {
  helpdesk: 'Vindt u het antwoord niet in de Kennisbank, neem dan contact op met de Helpdesk BRON.',
  leverancier: 'Neem met vragen hierover contact op met de leverancier van uw LAS.',
  systeembeheerder:
    'Neem met vragen hierover contact op met uw systeembeheerder of het bedrijf dat uw computers beheert.',
} as const;

/** A page of the Kennisbank about a subject of the Stappenplan. The texts are our own. */
export interface Topic {
  slug: string;
  title: string;
  text: readonly string[];
  /** What the school does, in order. */
  todo: readonly string[];
  ask: keyof typeof askWhom;
  links?: readonly (readonly [path: string, text: string])[];
  /** One of the four handleidingen that the Stappenplan names. */
  manual?: boolean;
}

/** One page for each step of the Stappenplan. */
export const stepTopics = steps.topics as unknown as readonly Topic[];
const others = manuals.topics as unknown as readonly Topic[];
export const manualTopics = others.filter(({ manual }) => manual);
export const otherTopics = others.filter(({ manual }) => !manual);

export const allTopics = [...stepTopics, ...others];
