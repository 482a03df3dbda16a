import { isDate } from '../../../../shared/domain/dates.ts';
import type { VerplichteEindtoets } from '../../../../shared/pve/berichten/content.ts';
import { waarden } from '../../../../shared/pve/waardelijsten/waardelijsten.ts';

type Onderdeel = NonNullable<VerplichteEindtoets['toetsonderdeel']>[number];

/** The day on which toetsonderdelen are asked for; undefined of a pupil who did not take part, or as long as the day is not known. */
const askedOn = ({ datumAfname, redenNietDeelname }: VerplichteEindtoets): string | undefined =>
  isDate(datumAfname) && !redenNietDeelname ? datumAfname : undefined;

/** The codes of the toetsonderdelen that an eindtoets must have (PvE 4.2.10.2 of 2015-11, 467). */
export function askedOnderdelen(eindtoets: VerplichteEindtoets): readonly string[] {
  const date = askedOn(eindtoets);
  return date === undefined ? [] : waarden('toetsonderdeel', date).map(({ code }) => code);
}

/** The codes of the toetsdomeinen that a toetsonderdeel of it must have (PvE 4.2.10.3 of 2015-11, 467). */
export function askedDomeinen(eindtoets: VerplichteEindtoets, onderdeel: string): readonly string[] {
  const date = askedOn(eindtoets);
  return date === undefined ? [] : waarden('toetsdomein', date, { within: onderdeel }).map(({ code }) => code);
}

const hasNiveau = ({ referentieniveauToetsonderdeel, toetsdomein = [] }: Onderdeel): boolean =>
  Boolean(referentieniveauToetsonderdeel) || toetsdomein.some((domein) => domein.referentieniveauToetsdomein);

const lacking = (asked: readonly string[], codes: readonly (string | undefined)[]) =>
  asked.filter((code) => !codes.includes(code));

/** Whether a toetsonderdeel or toetsdomein that must be there is not. */
export const isIncomplete = (eindtoets: VerplichteEindtoets): boolean => withAskedOnderdelen(eindtoets) !== eindtoets;

function withAskedDomeinen(eindtoets: VerplichteEindtoets, onderdeel: Onderdeel): Onderdeel {
  const { codeToetsonderdeel = '', toetsdomein = [] } = onderdeel;
  const codes = toetsdomein.map(({ codeToetsdomein }) => codeToetsdomein);
  const added = lacking(askedDomeinen(eindtoets, codeToetsonderdeel), codes);
  if (added.length === 0) return onderdeel;
  return { ...onderdeel, toetsdomein: [...toetsdomein, ...added.map((code) => ({ codeToetsdomein: code }))] };
}

/**
 * The eindtoets with every toetsonderdeel and toetsdomein that its datum afname asks for, still without referentieniveau; what it does
 * not ask for goes as long as nothing was filled in. The same object when nothing changes.
 */
export function withAskedOnderdelen(eindtoets: VerplichteEindtoets): VerplichteEindtoets {
  const { toetsonderdeel = [] } = eindtoets;
  const asked = askedOnderdelen(eindtoets);
  const kept = toetsonderdeel.filter(
    (onderdeel) => hasNiveau(onderdeel) || asked.includes(onderdeel.codeToetsonderdeel ?? ''),
  );
  const codes = kept.map(({ codeToetsonderdeel }) => codeToetsonderdeel);
  const added = lacking(asked, codes).map((codeToetsonderdeel): Onderdeel => ({ codeToetsonderdeel }));
  const next = [...kept, ...added].map((onderdeel) => withAskedDomeinen(eindtoets, onderdeel));
  const isSame = next.length === toetsonderdeel.length && next.every((item, index) => item === toetsonderdeel[index]);
  return isSame ? eindtoets : { ...eindtoets, toetsonderdeel: next };
}
