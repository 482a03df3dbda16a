import fc from 'fast-check';
import { emptyInschrijving } from '../../shared/api/leerlingen.ts';
import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../shared/pve/gegevensset/person.ts';
import { contents } from '../conformance/support/arbitraries.ts';

/** Persoonsgegevens within the schema, with and without what only one of the two variants of bericht 3 carries. */
export const anyPersoon = fc
  .tuple(contents(persoonZonderPgn), contents(persoonMetPgn), fc.constantFrom('true', undefined))
  .map(([without, met, geheim]) => ({ ...without, ...met, ...(geheim ? { geheim } : {}) }));

/** An inschrijving WPO within the schema, with all groups and what lies below them. */
export const anyInschrijving = contents(inschrijvingWpo).map((gegevens) => ({ ...emptyInschrijving(), ...gegevens }));
