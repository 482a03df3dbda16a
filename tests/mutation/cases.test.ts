import { describe, expect, it } from 'vitest';
import { judgeControles } from '../../shared/pve/controles/judge.ts';
import { locateSignaal } from '../../shared/pve/signalen/signalen.ts';
import { controleCases, written } from '../conformance/support/controleCases.ts';

// The cases of tests/conformance/cases with a test per file: thousands of small tests cost a mutant seconds.
const byFile = Map.groupBy(controleCases, ({ file }) => file);

describe.each([...byFile])('the cases of %s', (_, cases) => {
  it('are judged as the PvE says, each finding with its sentence and place', () => {
    for (const { name, context, editions, controles, expected } of cases) {
      for (const edition of editions) {
        const findings = judgeControles({ ...context, edition }, controles).map(({ finding }) => finding);
        expect(findings.map(written).sort(), name).toEqual(expected);
        for (const { code, omschrijving, gegevensgroep, element, parent, voorkomen } of findings) {
          expect(omschrijving).not.toMatch(/[{}[\]]|undefined| {2}|\( ?\)|^ | $/);
          expect(locateSignaal(code, omschrijving, context.content)).toEqual({
            gegevensgroep,
            ...(element ? { element } : {}),
            ...(parent === undefined ? {} : { parent }),
            ...(voorkomen === undefined ? {} : { voorkomen }),
          });
        }
      }
    }
  });
});
