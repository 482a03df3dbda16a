import { reactieChoices } from '../../../../shared/mijnBron/reactie.ts';
import type { ReactieChoice } from '../../../../shared/mijnBron/reactieTexts.ts';

/** The choice of a form; undefined: none of the four. */
export const readChoice = (typed: string | undefined): ReactieChoice | undefined =>
  reactieChoices.find((choice) => choice === typed);
