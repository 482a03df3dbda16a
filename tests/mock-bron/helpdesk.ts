import type { Authority } from './certificates/authority.ts';
import type { Certificates } from './register/certificates.ts';
import type { Letters, Wachtwoordbrief } from './register/letters.ts';
import type { Brin } from './registers/brin.ts';

/** Thrown for a school that is not in the BRIN register. */
export class UnknownSchool extends Error {
  override name = 'UnknownSchool';
  constructor(brinnummer: string) {
    super(`${brinnummer} is not in the BRIN register; --brin FILE replaces the register`);
  }
}

/** Thrown for a revocation of what was not given out, or is revoked already. */
export class NothingToRevoke extends Error {
  override name = 'NothingToRevoke';
  constructor(holder: string) {
    super(`${holder} has no such certificate that still counts`);
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
  /** A certificate without letter and site. */
  issueCertificate(brinnummer: string, aanleverpunt: string, password: string): Promise<Buffer>;
  /** Revokes the certificates of an aanleverpunt, or the one with this serial number. Gives serial numbers. @throws NothingToRevoke */
  revoke(brinnummer: string, aanleverpunt: string, serial?: string): string[];
}

export function createHelpdesk(
  brin: Brin,
  letters: Letters,
  certificates: Certificates,
  authority: Authority,
): Helpdesk {
  async function issue(brinnummer: string, aanleverpunt: string, password: string): Promise<Buffer> {
    const { pkcs12, serial, notAfter } = await authority.issueClient(`${brinnummer}${aanleverpunt}`, password);
    certificates.add({ brinnummer, aanleverpunt }, serial, notAfter);
    return pkcs12;
  }
  return {
    createWachtwoordbrief: (brinnummer, aanleverpunt) => {
      if (!brin.school(brinnummer)) throw new UnknownSchool(brinnummer);
      return letters.write(brinnummer, aanleverpunt);
    },
    download: async (gebruikersnaam, wachtwoord) => {
      const claim = letters.claim(gebruikersnaam, wachtwoord);
      if (!claim.ok) return claim;
      const { letter } = claim;
      const { brinnummer, aanleverpunt, wachtwoord: password } = letter;
      try {
        const pkcs12 = await issue(brinnummer, aanleverpunt, password);
        return { ok: true, pkcs12, fileName: `${brinnummer}${aanleverpunt}.p12` };
      } catch (error) {
        letters.release(gebruikersnaam);
        throw error;
      }
    },
    issueCertificate: issue,
    revoke: (brinnummer, aanleverpunt, serial) => {
      const revoked = certificates.revoke({ brinnummer, aanleverpunt }, serial);
      if (revoked.length === 0) throw new NothingToRevoke(`${brinnummer}${aanleverpunt}`);
      return revoked;
    },
  };
}
