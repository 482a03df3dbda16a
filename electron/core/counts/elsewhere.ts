import type { CountedBrp, PeriodElsewhere } from '../../../shared/bekostiging/types.ts';
import type { PersoonTerugkoppeling } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';

interface Row {
  leerling_id: number;
  content: string;
}

/**
 * The periods at other schools that BRON told of (bericht 16, PvE 5.6.15) and that are still open, by pupil. BRON does not tell which soort of
 * school it is: a basisschool (assumed).
 */
export function readElsewhere(db: Connection): Map<number, PeriodElsewhere[]> {
  const { brinnummer: own } = readSchool(db);
  const rows = db
    .prepare<[], Row>("SELECT leerling_id, content FROM proposal WHERE nr = 16 AND state = 'open' ORDER BY id")
    .all();
  return new Map(
    rows.map(({ leerling_id, content }) => [
      leerling_id,
      ((JSON.parse(content) as Message<16>).situatieDubbeleInschrijving ?? [])
        .filter(({ brinnummer }) => brinnummer !== own)
        .map(({ brinnummer = '', datumInschrijving = '', datumUitschrijving }) => ({
          brinnummer,
          soort: 'BAO' as const,
          from: datumInschrijving,
          ...(datumUitschrijving === undefined ? {} : { to: datumUitschrijving }),
        })),
    ]),
  );
}

/** What BRON told of a person from the BRP, as far as a counting uses it. */
export function brpOf({ datumOverlijden, adres, migratie }: Partial<PersoonTerugkoppeling>): CountedBrp {
  const leftOn = migratie?.at(-1)?.datumVertrekUitNederland;
  const postcode = adres?.at(-1)?.postcodeBrp;
  return {
    ...(datumOverlijden === undefined ? {} : { deceasedOn: datumOverlijden }),
    ...(leftOn === undefined ? {} : { leftOn }),
    ...(postcode === undefined ? {} : { postcode }),
  };
}
