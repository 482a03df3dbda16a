import fc from 'fast-check';
import { emptyInschrijving, type InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../../shared/pve/berichten/kinds.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../shared/pve/gegevensset/person.ts';
import { contents } from '../conformance/support/arbitraries.ts';

/** Persoonsgegevens within the schema, with and without what only one of the two variants of bericht 3 carries. */
export const anyPersoon = fc
  .tuple(contents(persoonZonderPgn), contents(persoonMetPgn), fc.constantFrom('true', undefined))
  .map(([without, met, geheim]) => ({ ...without, ...met, ...(geheim ? { geheim } : {}) }));

const anyOfKind = <K extends InschrijvingKind>(kind: K) =>
  contents(inschrijvingKinds[kind]).map((gegevens) => ({ ...emptyInschrijving(kind), ...gegevens }));

const ofEitherKind: fc.Arbitrary<InschrijvingGegevens>[] = [anyOfKind('WPO'), anyOfKind('WEC')];

/** An inschrijving of either kind within the schema, with all groups and what lies below them. */
export const anyInschrijving = fc.oneof(...ofEitherKind);

/** Two of the same kind. */
export const anyTwo = fc.oneof(...ofEitherKind.map((one) => fc.tuple(one, one)));
