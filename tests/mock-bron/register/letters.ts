import { dateInNetherlands, today, type Clock } from '../../../shared/domain/clock.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { randomText, type Random } from '../random.ts';
import type { Register } from './database.ts';
import { sameText } from './sameText.ts';

/** Days to download in after the date of the letter (Stappenplan step 9). */
const TWO_WEEKS = 14;

/** What the wachtwoordbrief says (Stappenplan step 8). */
export interface Wachtwoordbrief {
  brinnummer: string;
  aanleverpunt: string;
  gebruikersnaam: string;
  wachtwoord: string;
  /** `yyyy-mm-dd` by the mock's clock. */
  datum: string;
}

export interface LetterRow {
  gebruikersnaam: string;
  wachtwoord: string;
  brinnummer: string;
  aanleverpunt: string;
  written_at: string;
  downloaded_at: string | null;
  lapsed: number;
}

/** `wrong`: user name and password do not belong together, or a newer letter took its place. */
export type Claim = { ok: true; letter: LetterRow } | { ok: false; reason: 'wrong' | 'downloaded' | 'expired' };

export interface Letters {
  /** Writes a letter for an aanleverpunt, now or at an earlier moment; an older one that was not used no longer counts. */
  write(brinnummer: string, aanleverpunt: string, at?: Date): Wachtwoordbrief;
  /** Takes the one download of a letter. */
  claim(gebruikersnaam: string, wachtwoord: string): Claim;
  /** Gives the download back when making the certificate failed. */
  release(gebruikersnaam: string): void;
  list(): LetterRow[];
  /** Aanleverpunten that ever had a letter. */
  aanleverpunten(brinnummer: string): string[];
}

/** Of passwords: without characters that look alike on paper. */
export const PASSWORD_CHARACTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

export function createLetters(register: Register, clock: Clock, random: Random): Letters {
  const lapse = register.prepare(
    'UPDATE letters SET lapsed = 1 WHERE brinnummer = ? AND aanleverpunt = ? AND downloaded_at IS NULL',
  );
  const insert = register.prepare(
    'INSERT INTO letters (gebruikersnaam, wachtwoord, brinnummer, aanleverpunt, written_at) VALUES (?, ?, ?, ?, ?)',
  );
  const select = register.prepare<[string], LetterRow>('SELECT * FROM letters WHERE gebruikersnaam = ?');
  const use = register.prepare(
    'UPDATE letters SET downloaded_at = ? WHERE gebruikersnaam = ? AND downloaded_at IS NULL',
  );
  const release = register.prepare('UPDATE letters SET downloaded_at = NULL WHERE gebruikersnaam = ?');
  const all = register.prepare<[], LetterRow>('SELECT * FROM letters ORDER BY written_at, gebruikersnaam');
  const points = register.prepare<[string], { aanleverpunt: string }>(
    'SELECT DISTINCT aanleverpunt FROM letters WHERE brinnummer = ? ORDER BY aanleverpunt',
  );

  const claim = register.transaction((gebruikersnaam: string, wachtwoord: string): Claim => {
    const letter = select.get(gebruikersnaam);
    if (!letter || !sameText(letter.wachtwoord, wachtwoord) || letter.lapsed === 1)
      return { ok: false, reason: 'wrong' };
    if (letter.downloaded_at !== null) return { ok: false, reason: 'downloaded' };
    // The last day counts whole.
    const lastDay = addDays(dateInNetherlands(new Date(letter.written_at)), TWO_WEEKS);
    if (today(clock) > lastDay) return { ok: false, reason: 'expired' };
    use.run(clock.now().toISOString(), gebruikersnaam);
    return { ok: true, letter };
  });

  return {
    write: register.transaction((brinnummer: string, aanleverpunt: string, at = clock.now()) => {
      const gebruikersnaam = `${brinnummer}${aanleverpunt}-${randomText(random, '0123456789', 6)}`;
      const wachtwoord = randomText(random, PASSWORD_CHARACTERS, 12);
      lapse.run(brinnummer, aanleverpunt);
      insert.run(gebruikersnaam, wachtwoord, brinnummer, aanleverpunt, at.toISOString());
      return { brinnummer, aanleverpunt, gebruikersnaam, wachtwoord, datum: dateInNetherlands(at) };
    }),
    claim: (gebruikersnaam, wachtwoord) => claim.immediate(gebruikersnaam, wachtwoord),
    release: (gebruikersnaam) => {
      release.run(gebruikersnaam);
    },
    list: () => all.all(),
    aanleverpunten: (brinnummer) => points.all(brinnummer).map(({ aanleverpunt }) => aanleverpunt),
  };
}
