import { describe, expect, it } from 'vitest';
import { countOn } from '../../../shared/bekostiging/countOn.ts';
import { ageExamples } from './examples/ages.ts';
import { guidanceExamples } from './examples/guidance.ts';
import { wecExamples } from './examples/wec.ts';
import { weightExamples } from './examples/weights.ts';
import { whoExamples } from './examples/who.ts';
import { countingOf } from './example.ts';

const tables = {
  'who counts': whoExamples,
  'ages and bands': ageExamples,
  'gewichten and schoolgewicht': weightExamples,
  'leerlinggebonden budget and begeleiding': guidanceExamples,
  'special education': wecExamples,
};

describe.each(Object.entries(tables))('%s', (_, examples) => {
  it.each(examples)('$title: $reckoned', (example) => {
    const tellingen = countOn(countingOf(example));
    const { vestiging = '00', rows, signalen = {}, pupils } = example;
    const telling = tellingen.find(({ vestigingsvolgnummer }) => vestigingsvolgnummer === vestiging);
    const counted = Object.fromEntries(Object.keys(rows).map((code) => [code, telling?.aantallen[code]]));
    expect(counted).toEqual(rows);

    const said = new Map(tellingen.flatMap((each) => each.pupils).map((pupil) => [pupil.key, pupil.signalen]));
    for (const { key } of pupils) {
      const expected = signalen[key] ?? [];
      expect([key, said.get(key)]).toEqual([key, expected === false ? undefined : expected]);
    }
  });
});
