import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { emptyInschrijving, type InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../../shared/pve/berichten/kinds.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../shared/pve/gegevensset/person.ts';
import type { FieldGroup, Voorkomen } from '../../shared/pve/gegevensset/types.ts';
import { meldingCases } from '../conformance/support/controleCases.ts';
import { rightWec, rightWpo } from '../conformance/support/rightInschrijving.ts';
import type { BrpFile } from '../mock-bron/registers/brp.ts';
import { defaultFiles } from '../mock-bron/registers/files.ts';
import { edited, edits } from './brokenVoorkomen.ts';

/** A pupil with one inschrijving as a school has it: right, or wrong in some places. */
export interface GeneratedPupil {
  persoon: Persoonsgegevens;
  gegevens: InschrijvingGegevens;
}

const FIRST_START = '2008-01-01';
const DAYS = 3160;

const { persons } = JSON.parse(readFileSync(defaultFiles.brp, 'utf8')) as BrpFile;
const children = persons.filter(({ geboortedatum }) => geboortedatum >= '1993' && geboortedatum < '2012');

/** RvIG test persons who were children between 2008 and 2016, with BSN or by their name and address. */
const right = fc.record({ child: fc.constantFrom(...children), withBsn: fc.boolean() }).map(({ child, withBsn }) => {
  const { bsn, voornamen = '.', geslachtsnaam, voorvoegsel, geboortedatum, geslacht } = child;
  const { straatnaam, huisnummer, plaatsnaam, postcode = '2548AE' } = child.adressen?.at(-1) ?? {};
  const name = { achternaam: geslachtsnaam, voornamen, ...(voorvoegsel ? { voorvoegsel } : {}) };
  const adres = {
    straatnaam: straatnaam ?? 'Spui',
    huisnummer: huisnummer ?? '70',
    plaatsnaam: plaatsnaam ?? 'Den Haag',
  };
  return { geboortedatum, geslacht, postcode, ...name, ...(withBsn ? { burgerservicenummer: bsn } : adres) };
});

const [burgerservicenummer, onderwijsnummer] = persoonMetPgn.elements;
const persoonGroup: FieldGroup = {
  ...persoonZonderPgn,
  elements: [...persoonZonderPgn.elements, burgerservicenummer, onderwijsnummer],
};

const persoon = fc
  .tuple(right, fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: edits }))
  .map(([one, changes]) => edited(persoonGroup, one, changes) as Persoonsgegevens);

/** The inschrijvingen of a kind in the cases, which lie on both sides of every boundary. */
const inCases = (kind: InschrijvingKind): Voorkomen[] =>
  meldingCases.flatMap(({ context: { content } }) => content[inschrijvingKinds[kind].key] ?? []);

const rightOf: Record<InschrijvingKind, (start: string) => fc.Arbitrary<Voorkomen>> = { WPO: rightWpo, WEC: rightWec };

const editedOf = (kind: InschrijvingKind, from: fc.Arbitrary<Voorkomen>): fc.Arbitrary<Voorkomen> =>
  fc.tuple(from, edits).map(([one, changes]) => edited(inschrijvingKinds[kind], one, changes));

/** Inschrijvingen of a kind that begin on one of these days, right or wrong in some places. */
export const generatedInschrijving = (kind: InschrijvingKind, start: fc.Arbitrary<string>): fc.Arbitrary<Voorkomen> =>
  editedOf(kind, start.chain(rightOf[kind]));

const start = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST_START, days));

/** Pupils with an inschrijving of a kind between 2008 and 2016; two of five began as one of the cases. */
export const generatedPupil = (kind: InschrijvingKind): fc.Arbitrary<GeneratedPupil> =>
  fc.record({
    persoon,
    gegevens: fc
      .oneof(
        { weight: 3, arbitrary: generatedInschrijving(kind, start) },
        { weight: 2, arbitrary: editedOf(kind, fc.constantFrom(...inCases(kind))) },
      )
      .map((inschrijving) => ({ ...emptyInschrijving(kind), ...inschrijving })),
  });
