import type { DifferentPupil, Said } from '../../../shared/api/counting.ts';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import { without } from '../../../shared/bekostiging/compare.ts';
import { gtbRows } from '../../../shared/bekostiging/rows.ts';
import type { CountedPupil, VestigingTelling } from '../../../shared/bekostiging/types.ts';
import { kindOfSchool } from '../../../shared/pve/berichten/kinds.ts';
import type { Connection } from '../database/database.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { causesOf, type Compared } from './causes.ts';
import type { Counted } from './counting.ts';
import { countedDifferences } from './gegevens.ts';
import { gtbSide, type SaidByGtb } from './gtbSide.ts';
import { signaalLine } from './signalen.ts';

const SHOWN_DIGITS = 4;

const pupilsOf = (tellingen: readonly VestigingTelling[]) =>
  new Map(tellingen.flatMap(({ pupils }) => pupils).map((pupil) => [pupil.key, pupil]));

const isSame = (one: CountedPupil, other: CountedPupil): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a GTB says of a pupil what follows from what BRON is known to have. */
const fitsGtb = (bron: CountedPupil, said: SaidByGtb): boolean =>
  said.counted === bron.counted &&
  without(said.signalen, bron.signalen).length + without(bron.signalen, said.signalen).length === 0;

/** Who somebody is, as far as that is known. */
function whoOf(db: Connection, { here, atBron, gtb }: Compared): Pick<DifferentPupil, 'naam' | 'geboortedatum'> {
  const { geboortedatum = gtb?.named?.named.geboortedatum ?? '' } = here ?? atBron ?? {};
  const leerlingId = here?.leerlingId ?? atBron?.leerlingId;
  if (leerlingId !== undefined) return { naam: displayName(readLeerling(db, leerlingId).gegevens), geboortedatum };
  if (atBron) return { naam: displayName(atBron.persoon), geboortedatum };
  const pgn = gtb?.named?.named.pgn;
  return {
    naam: pgn === undefined ? 'Onbekende leerling' : `Leerling met nummer …${pgn.slice(-SHOWN_DIGITS)}`,
    geboortedatum,
  };
}

/** The pupils of whom administration, BRON and GTB do not say the same, of one vestiging or of all, by name. */
export function differentPupils(db: Connection, counted: Counted, vestigingsvolgnummer?: string): DifferentPupil[] {
  const [own, bron] = [pupilsOf(counted.own), pupilsOf(counted.bron)];
  const gtb = gtbSide(db, counted, vestigingsvolgnummer);
  const withGtb = new Set(gtb.gtbs.map((one) => one.vestigingsvolgnummer));
  const labels = new Map(gtbRows(counted.soort, counted.peildatum).map(({ code, label }) => [code, label]));
  const kind = kindOfSchool(counted.soort);
  const stateOf = db.prepare<[number], BronState>('SELECT state FROM bron_state WHERE inschrijving_id = ?').pluck();

  const saidBy = (pupil: CountedPupil | undefined, others: (CountedPupil | undefined)[]): Said | undefined => {
    if (!pupil) return undefined;
    const rows =
      others.length === 0
        ? []
        : pupil.rows.filter((code) => others.some((other) => other && !other.rows.includes(code)));
    return {
      counted: pupil.counted,
      vestigingsvolgnummer: pupil.vestigingsvolgnummer,
      signalen: pupil.signalen.map(signaalLine),
      rows: rows.map((code) => labels.get(code) ?? code),
    };
  };

  const rowOf = (key: string): DifferentPupil[] => {
    const [here, there, said] = [own.get(key), bron.get(key), gtb.byKey.get(key)];
    const at = here?.vestigingsvolgnummer ?? there?.vestigingsvolgnummer ?? said?.gtb.vestigingsvolgnummer ?? '';
    const places = [here?.vestigingsvolgnummer, there?.vestigingsvolgnummer, said?.gtb.vestigingsvolgnummer];
    if (vestigingsvolgnummer !== undefined && !places.includes(vestigingsvolgnummer)) return [];
    const hasGtb = withGtb.has(there?.vestigingsvolgnummer ?? at);
    const sameBron = here && there ? isSame(here, there) : !here && !there;
    const sameGtb = !hasGtb || (there && said ? fitsGtb(there, said) : !there && !said);
    if (sameBron && sameGtb) return [];
    const item = counted.here.get(key);
    const inschrijvingId = item?.inschrijvingId;
    const compared: Compared = {
      ...{ kind, here: item, atBron: counted.atBron.get(key), own: here, bron: there, gtb: said, hasGtb },
      bronState: inschrijvingId === undefined ? undefined : stateOf.get(inschrijvingId),
      differences:
        inschrijvingId === undefined || sameBron ? [] : countedDifferences(db, inschrijvingId, counted.peildatum),
    };
    const causes = causesOf(compared);
    if (causes.length === 0) return [];
    const [ownSaid, bronSaid] = [saidBy(here, [there]), saidBy(there, [here])];
    return [
      {
        key,
        ...whoOf(db, compared),
        vestigingsvolgnummer: at,
        ...(item ? { leerlingId: item.leerlingId, inschrijvingId: item.inschrijvingId } : {}),
        ...(ownSaid ? { own: ownSaid } : {}),
        ...(bronSaid ? { bron: bronSaid } : {}),
        ...(said
          ? {
              gtb: {
                counted: said.counted,
                vestigingsvolgnummer: said.gtb.vestigingsvolgnummer,
                signalen: said.signalen.map(signaalLine),
                rows: [],
              },
            }
          : {}),
        causes,
        differences: compared.differences,
      },
    ];
  };

  return [...new Set([...own.keys(), ...bron.keys(), ...gtb.byKey.keys()])]
    .flatMap(rowOf)
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl') || a.key.localeCompare(b.key));
}
