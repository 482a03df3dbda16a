/** Fewest characters of a password. */
export const SHORTEST_PASSWORD = 12;
const GOOD = 16;
const STRONG = 20;

/** How strong a password is, judged by its length alone: length is what counts, signs and capitals hardly do. */
export interface Strength {
  /** From 0 to 1, for a bar. */
  share: number;
  enough: boolean;
  /** One Dutch sentence. */
  sentence: string;
}

/** Judges a password while it is typed. */
export function passwordStrength(password: string): Strength {
  const { length } = [...password];
  const share = Math.min(1, length / STRONG);
  if (length < SHORTEST_PASSWORD) {
    const missing = SHORTEST_PASSWORD - length;
    return { share, enough: false, sentence: `Nog ${missing} ${missing === 1 ? 'teken' : 'tekens'} nodig.` };
  }
  if (length < GOOD) return { share, enough: true, sentence: 'Voldoende. Een langere zin is sterker.' };
  if (length < STRONG) return { share, enough: true, sentence: 'Goed: een lang wachtwoord.' };
  return { share, enough: true, sentence: 'Sterk: een heel lang wachtwoord.' };
}

/** What is wrong with a new password and its repetition; undefined when nothing is. */
export function newPasswordProblem(password: string, again: string): string | undefined {
  if (!passwordStrength(password).enough) return `Kies een wachtwoord van ten minste ${SHORTEST_PASSWORD} tekens.`;
  return password === again ? undefined : 'De twee wachtwoorden zijn niet gelijk.';
}
