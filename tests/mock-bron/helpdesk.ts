import type { Authority } from './certificates/authority.ts';
import type { Letters, Wachtwoordbrief } from './register/letters.ts';
import type { Brin } from './registers/brin.ts';

/** Thrown for a school that is not in the BRIN register. */
export class UnknownSchool extends Error {
  override name = 'UnknownSchool';
  constructor(brinnummer: string) {
    super(`${brinnummer} is not in the BRIN register; --brin FILE replaces the register`);
  }
}

export type Download =
  { ok: true; pkcs12: Buffer; fileName: string } | { ok: false; reason: 'wrong' | 'downloaded' | 'expired' };

/** What the Helpdesk BRON does about letters and certificates (Stappenplan steps 8 and 9). */
export interface Helpdesk {
  /** @throws UnknownSchool */
  createWachtwoordbrief(brinnummer: string, aanleverpunt: string): Wachtwoordbrief;
  /** The certificate of a letter, exactly once. */
  download(gebruikersnaam: string, wachtwoord: string): Promise<Download>;
}

export function createHelpdesk(brin: Brin, letters: Letters, authority: Authority): Helpdesk {
  return {
    createWachtwoordbrief: (brinnummer, aanleverpunt) => {
      if (!brin.school(brinnummer)) throw new UnknownSchool(brinnummer);
      return letters.write(brinnummer, aanleverpunt);
    },
    download: async (gebruikersnaam, wachtwoord) => {
      const claim = letters.claim(gebruikersnaam, wachtwoord);
      if (!claim.ok) return claim;
      const { letter } = claim;
      const holder = `${letter.brinnummer}${letter.aanleverpunt}`;
      try {
        const issued = await authority.issueClient(holder, letter.wachtwoord);
        letters.addCertificate(letter, issued.serial, issued.notAfter);
        return { ok: true, pkcs12: issued.pkcs12, fileName: `${holder}.p12` };
      } catch (error) {
        letters.release(gebruikersnaam);
        throw error;
      }
    },
  };
}
