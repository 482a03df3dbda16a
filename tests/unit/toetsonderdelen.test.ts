import { describe, expect, it } from 'vitest';
import { isIncomplete, withAskedOnderdelen } from '../../renderer/screens/leerlingen/card/toetsonderdelen.ts';

/** Which toetsonderdelen the card puts there (PvE 4.2.10.2 and 4.2.10.3 of 2015-11: 466, 467). */
const asked = [
  { codeToetsonderdeel: '8000', toetsdomein: [{ codeToetsdomein: '8050' }, { codeToetsdomein: '8051' }] },
  { codeToetsonderdeel: '8001' },
];
const filled = { codeToetsonderdeel: '8001', referentieniveauToetsonderdeel: '03' };

describe('the toetsonderdelen of a verplichte eindtoets', () => {
  it.each([
    ['no day yet', {}, []],
    ['half a day', { datumAfname: '19-4' }, []],
    ['the last day without referentieniveaus', { datumAfname: '2015-07-31' }, []],
    ['the first day with them', { datumAfname: '2015-08-01' }, asked],
    ['a pupil who did not take part', { datumAfname: '2016-04-19', redenNietDeelname: '01' }, []],
    ['an empty one that is not asked for any more', { redenNietDeelname: '01', toetsonderdeel: asked }, []],
    ['a filled one that is not asked for', { redenNietDeelname: '01', toetsonderdeel: [...asked, filled] }, [filled]],
    ['one that is there', { datumAfname: '2016-04-19', toetsonderdeel: [filled] }, [filled, asked[0]]],
  ])('%s', (_, eindtoets, onderdelen) => {
    const followed = withAskedOnderdelen(eindtoets);
    expect(followed.toetsonderdeel ?? []).toEqual(onderdelen);
    expect(withAskedOnderdelen(followed)).toBe(followed);
    expect(isIncomplete(followed)).toBe(false);
  });
});
