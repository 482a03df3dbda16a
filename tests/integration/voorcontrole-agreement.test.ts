import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schoolSoorten, soortOf } from '../../shared/domain/schoolSoort.ts';
import { catalog } from '../../shared/pve/signalen/catalog.ts';
import { written } from '../conformance/support/controleCases.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';
import { createJudges } from '../support/agreement.ts';
import { generatedPupil } from '../support/generatedPupil.ts';

// The LAS judges what it has stored, BRON what came out of the bytes: that they agree proves that nothing is lost or changed between form
// and message. It proves nothing about the rules, which both have from the same place.

const full = process.env['LAS_FULL'] === '1';
/** Of all school types together. */
const numRuns = (full ? 10_000 : 240) / schoolSoorten.length;
const LEAST_CODES = full ? 75 : 45;

/** Days of delivery in the periods of the PvE; from 29-11-2015 on the edition of 2015-11 judges. */
const day = fc.constantFrom(
  '2008-10-01',
  '2009-11-02',
  '2010-09-01',
  '2012-02-29',
  '2014-08-01',
  '2014-12-03',
  '2015-11-28',
  '2015-11-29',
  '2016-06-01',
);

/** Codes that BRON may give where a LAS has nothing to say, and what only BRON knows. */
const onlyBron: Record<string, string> = {
  326: 'which instelling guides the pupil',
  329: 'whom a school may guide',
  337: 'the permissions of a vestiging',
  348: 'in which period a school, REC or vestiging was in operation',
  397: 'which vestiging is an inspectielocatie',
  399: 'what kind of school a BRINnummer is of',
  400: 'whether there is an earlier inschrijving',
  419: 'in which period a samenwerkingsverband exists',
  420: 'the sector of a samenwerkingsverband',
  447: 'what kind of school a BRINnummer is of',
  450: 'the vestigingen of another school',
  741: 'which BRINnummers and samenwerkingsverbanden exist',
  740: 'which instelling guides the pupil: a REC has then no part in it',
  752: 'which onderwijsnummer is whose',
  753: 'which BSN is whose',
  755: 'the BSN of who was delivered without',
  756: 'the onderwijsnummer of who was delivered without',
  757: 'the onderwijsnummer that it gives out',
  770: 'the postcode in the BRP',
};

let world: MockWorld;
beforeAll(async () => {
  world = await createMockWorld();
});
afterAll(() => world.close());

/** Of equal voorkomens nobody can tell which one a signaal is about: places are compared without their number. */
const unnumbered = (finding: string) => finding.replace(/\[.*\]/, '');
const withoutErnst = (finding: string) => finding.replace(/ [AS] /, ' ');
const isRefusal = (finding: string) => finding.includes(' A ');

const counts = new Map<string, number>();

describe('the voorcontrole and BRON agree on what a LAS decides alone', () => {
  it.each(schoolSoorten.map((soort, seed) => ({ ...soort, seed })))(
    'for a school of kind $code',
    async ({ code, seed }) => {
      const { kind } = soortOf(code);
      const judges = await createJudges(world, code);
      await fc.assert(
        fc.asyncProperty(generatedPupil(kind), day, async (pupil, on) => {
          const { las, meant, read, byWire, refused, answered } = await judges.judge(pupil, on);
          for (const found of new Set(las.map((finding) => finding.code)))
            counts.set(found, (counts.get(found) ?? 0) + 1);
          expect(read).toEqual(meant);
          expect(byWire).toEqual(las);
          expect(refused).toBe(las.some((finding) => finding.code === '359'));
          if (refused) return;

          const own = las.map((finding) => unnumbered(written(finding)));
          // Where a LAS knows too little to refuse, it only warns: that is not decided.
          const decided = own.filter((_, index) => las[index]?.ernst === catalog.get(las[index]?.code ?? '')?.ernst);
          const returned = answered.map(unnumbered);
          // Of a melding that BRON refuses it gives no signalen (reading R1).
          const due = returned.some(isRefusal) ? decided.filter(isRefusal) : decided;
          expect(due.filter((finding) => !returned.includes(finding))).toEqual([]);
          const known = new Set(own.map(withoutErnst));
          const beyond = returned.filter((finding) => !known.has(withoutErnst(finding)));
          expect(beyond.filter((finding) => !onlyBron[finding.slice(0, 3)])).toEqual([]);
        }),
        // The same pupils each time: which codes only BRON gives is written down above.
        { numRuns, seed },
      );
    },
  );

  it('about many different codes', () => {
    const histogram = [...counts].sort().map(([code, count]) => `${code} ${count}`);
    if (full) console.log(`${counts.size} codes, each in so many pupils: ${histogram.join(', ')}`);
    expect(counts.size).toBeGreaterThanOrEqual(LEAST_CODES);
  });
});
