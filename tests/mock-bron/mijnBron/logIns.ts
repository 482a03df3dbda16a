import { sameText } from '../register/sameText.ts';
import { randomText, type Random } from '../random.ts';
import type { Register } from '../register/database.ts';
import { PASSWORD_CHARACTERS } from '../register/letters.ts';

/** A log-in of Mijn BRON, as vooraankondiging 1 tells it (assumed: the Stappenplan does not say how a school gets one). */
export interface LogIn {
  gebruikersnaam: string;
  wachtwoord: string;
  brinnummer: string;
  /** Null: of the gemachtigde. */
  aanleverpunt: string | null;
}

export interface LogIns {
  /** Gives the gemachtigde, or the contactpersoon of an aanleverpunt, a log-in unless there is one. */
  give(brinnummer: string, aanleverpunt: string | null): LogIn;
  list(brinnummer: string): LogIn[];
  /** The log-in when name and password belong together. */
  find(gebruikersnaam: string, wachtwoord: string): LogIn | undefined;
}

export function createLogIns(register: Register, random: Random): LogIns {
  const select = register.prepare<[string], LogIn>('SELECT * FROM log_ins WHERE gebruikersnaam = ?');
  const ofSchool = register.prepare<[string], LogIn>(
    'SELECT * FROM log_ins WHERE brinnummer = ? ORDER BY aanleverpunt IS NOT NULL, aanleverpunt',
  );
  const insert = register.prepare<[LogIn]>(
    'INSERT INTO log_ins VALUES (@gebruikersnaam, @wachtwoord, @brinnummer, @aanleverpunt)',
  );
  return {
    give: (brinnummer, aanleverpunt) => {
      const gebruikersnaam = `${brinnummer}-${aanleverpunt ?? 'gemachtigde'}`;
      const known = select.get(gebruikersnaam);
      if (known) return known;
      const logIn = {
        gebruikersnaam,
        wachtwoord: randomText(random, PASSWORD_CHARACTERS, 10),
        brinnummer,
        aanleverpunt,
      };
      insert.run(logIn);
      return logIn;
    },
    list: (brinnummer) => ofSchool.all(brinnummer),
    find: (gebruikersnaam, wachtwoord) => {
      const logIn = select.get(gebruikersnaam);
      return logIn && sameText(logIn.wachtwoord, wachtwoord) ? logIn : undefined;
    },
  };
}
