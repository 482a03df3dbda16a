import { passwordProblem, SHORTEST_PASSWORD } from '../../shared/domain/password.ts';

const GOOD = 16;
const STRONG = 20;

/** How strong a password is, judged by its length and by what it is made of: signs and capitals hardly matter. */
export interface Strength {
  /** From 0 to 1, for a bar. */
  share: number;
  enough: boolean;
  /** One Dutch sentence. */
  sentence: string;
}

/** Judges a password while it is typed. @param about names that it must not be made of */
export function passwordStrength(password: string, about: readonly string[] = []): Strength {
  const { length } = [...password];
  const problem = passwordProblem(password, about);
  if (problem === 'short') {
    const missing = SHORTEST_PASSWORD - length;
    const sentence = `Nog ${missing} ${missing === 1 ? 'teken' : 'tekens'} nodig.`;
    return { share: Math.min(1, length / STRONG), enough: false, sentence };
  }
  if (problem === 'guessable')
    return {
      share: 0.2,
      enough: false,
      sentence: 'Te makkelijk te raden: dit is vooral een naam of een veelgebruikt woord. Maak er een zin van.',
    };
  const share = Math.min(1, length / STRONG);
  if (length < GOOD) return { share, enough: true, sentence: 'Voldoende. Een langere zin is sterker.' };
  if (length < STRONG) return { share, enough: true, sentence: 'Goed: een lang wachtwoord.' };
  return { share, enough: true, sentence: 'Sterk: een heel lang wachtwoord.' };
}

/** What is wrong with a new password and its repetition; undefined when nothing is. */
export function newPasswordProblem(password: string, again: string, about: readonly string[] = []): string | undefined {
  const problem = passwordProblem(password, about);
  if (problem === 'short') return `Kies een wachtwoord van ten minste ${SHORTEST_PASSWORD} tekens.`;
  if (problem === 'guessable') return 'Kies een wachtwoord dat niemand kan raden, bijvoorbeeld een zin.';
  return password === again ? undefined : 'De twee wachtwoorden zijn niet gelijk.';
}
