import type { inschrijvingWec } from '../gegevensset/inschrijvingWec.ts';
import type { inschrijvingWpo } from '../gegevensset/inschrijvingWpo.ts';
import type { persoonMetPgn, persoonTerugkoppeling, persoonZonderPgn } from '../gegevensset/person.ts';
import type { verplichteEindtoets } from '../gegevensset/verplichteEindtoets.ts';
import type { FieldGroup, Gegevensgroep, Voorkomen, VoorkomenOf } from '../gegevensset/types.ts';
import { withoutUnwritable } from './characters.ts';

export type PersoonMetPgn = VoorkomenOf<typeof persoonMetPgn>;
export type PersoonZonderPgn = VoorkomenOf<typeof persoonZonderPgn>;
export type InschrijvingWpo = VoorkomenOf<typeof inschrijvingWpo>;
export type InschrijvingWec = VoorkomenOf<typeof inschrijvingWec>;

type Without<T> = { [K in keyof T]?: undefined };
/** An inschrijving of either kind: it has nothing of what only the other kind has. */
export type Inschrijving =
  | (InschrijvingWpo & Without<Omit<InschrijvingWec, keyof InschrijvingWpo>>)
  | (InschrijvingWec & Without<Omit<InschrijvingWpo, keyof InschrijvingWec>>);

export type VerplichteEindtoets = VoorkomenOf<typeof verplichteEindtoets>;
export type PersoonTerugkoppeling = VoorkomenOf<typeof persoonTerugkoppeling>;

/** What a melding inschrijving says, without its berichtidentificatie: the canonical content of an inschrijving. */
export interface MeldingContent {
  persoonMetPgn?: PersoonMetPgn[];
  persoonZonderPgn?: PersoonZonderPgn[];
  inschrijvingWpo?: InschrijvingWpo[];
  inschrijvingWec?: InschrijvingWec[];
  verplichteEindtoets?: VerplichteEindtoets[];
}

/**
 * The canonical form of a voorkomen: keys in the order of the gegevensset, empty texts and empty lists left out,
 * characters that XML cannot carry taken out, periodic groups ordered by their date. Two contents mean the same exactly when their canonical JSON is equal.
 */
export function canonical(group: Gegevensgroep, voorkomen: Voorkomen): Voorkomen {
  const result: Voorkomen = {};
  for (const { key } of group.elements) {
    const value = voorkomen[key];
    const text = typeof value === 'string' ? withoutUnwritable(value) : '';
    if (text !== '') result[key] = text;
  }
  for (const child of group.groups) {
    const list = voorkomen[child.key];
    if (!Array.isArray(list) || list.length === 0) continue;
    result[child.key] = inPeriodOrder(child, list).map((item) => canonical(child, item));
  }
  return result;
}

/** The voorkomens of a periodic group by date; equal dates keep their order. */
export function inPeriodOrder<V extends Voorkomen>({ period }: Pick<FieldGroup, 'period'>, list: readonly V[]): V[] {
  if (!period) return [...list];
  const date = (item: V) => {
    const value = item[period];
    return typeof value === 'string' ? value : '';
  };
  return [...list].sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0));
}
