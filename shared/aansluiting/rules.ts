import rows from './rules.json' with { type: 'json' };

/** A rule of the Stappenplan (C-01 to C-78, our numbers), each of which a test names in its title; docs/stappenplan.md traces them. */
export interface StappenplanRule {
  rule: string;
  /** Chapter or step of the Stappenplan, or the source. */
  where: string;
  /** In our words. */
  says: string;
  /** Dutch, what the screen Aansluiting says of it, for rules that ask nothing more of the program. */
  sentence?: string;
  /** The step in whose panel the sentence stands; 0: above the steps. */
  step?: number;
  /** Where the program or the mock meets it: the screen, in Dutch, and files or folders. */
  screen?: string;
  code?: readonly string[];
}

export const stappenplanRules: readonly StappenplanRule[] = rows;

/** The rules that the program or the mock meets, or has a sentence for. */
export const metRules: readonly string[] = stappenplanRules
  .filter(({ code, sentence }) => code !== undefined || sentence !== undefined)
  .map(({ rule }) => rule);

/** The sentences "Goed om te weten" of a step, in the order of the rules; 0: those above the steps. */
export const sentencesOfStep = (step: number): string[] =>
  stappenplanRules.flatMap((rule) => (rule.step === step && rule.sentence ? [rule.sentence] : []));
