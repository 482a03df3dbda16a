import { findWaarde, waarden } from '../waardelijsten/waardelijsten.ts';

/** The advies without its LWOO, which does not make an advies higher. */
const withoutLwoo = (code: string) => findWaarde('adviesVo', code)?.withoutLwoo ?? code;

/** The advies codes from low to high; what is no advies on a level ("geen specifiek advies mogelijk") is not among them. */
const levels = waarden('adviesVo')
  .filter(({ withoutLwoo, levelless }) => withoutLwoo === undefined && levelless !== true)
  .map(({ code }) => code);

/**
 * Whether a herzien advies is higher than the advies (462). Reading R27 (assumed): the codes are an ordered list that leaves LWOO out;
 * code 80 is above and below none.
 */
export function isHigherAdvies(herzien: string, advies: string): boolean {
  const [to, from] = [herzien, advies].map((code) => levels.indexOf(withoutLwoo(code)));
  return to !== undefined && from !== undefined && from >= 0 && to > from;
}
