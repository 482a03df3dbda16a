import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meldingContent } from '../../electron/core/exchange/content.ts';
import type { Administration } from '../../electron/core/context.ts';
import {
  acceptedFrom,
  asAntwoord,
  asRegistered,
  writeStand,
  type Registered,
} from '../../electron/core/exchange/stand.ts';
import { keptHash, refreshInschrijving } from '../../electron/core/exchange/state.ts';
import { readInschrijving, writeInschrijving, writeLeerling } from '../../electron/core/leerlingen/repository.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { canonical } from '../../shared/pve/berichten/content.ts';
import { terugkoppelingRegistratieoverzicht } from '../../shared/pve/berichten/answers.ts';
import { inschrijvingIn } from '../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import { decodeMessage, encodeEnvelope, readEnvelope } from '../../shared/pve/berichten/soap.ts';
import { contents } from '../conformance/support/arbitraries.ts';
import { START } from '../support/administration.ts';
import { testPersons } from '../support/pupils.ts';
import { temporaryDatabase } from '../unit/databaseWorld.ts';

/** A registratieoverzicht within the schema, with one kind of inschrijving per person. */
const overview = contents(terugkoppelingRegistratieoverzicht) as fc.Arbitrary<Message<12>>;
const oneKind = fc.tuple(overview, fc.constantFrom('inschrijvingWpo', 'inschrijvingWec')).map(([message, other]) => ({
  ...message,
  persoon: (message.persoon ?? []).map(({ [other]: _, ...persoon }: Record<string, unknown>) => persoon),
})) as fc.Arbitrary<Message<12>>;

const overTheWire = (message: Message<12>): Message<12> =>
  decodeMessage(12, readEnvelope(encodeEnvelope(12, message)).node);

it('keeps every group that BRON has registered of an inschrijving, and finds it to be what is kept here', () => {
  const administration: Administration = {
    db: temporaryDatabase().db,
    clock: createFixedClock(START),
    emit: () => undefined,
    caller: { userId: 'u', role: 'beheerder' },
  };
  const { db, clock } = administration;
  const { burgerservicenummer, geboortedatum, geslacht, postcode } = testPersons.hera;
  const persoon = { burgerservicenummer, geboortedatum, geslacht, postcode };
  const leerling = writeLeerling(administration, persoon).id;
  fc.assert(
    fc.property(oneKind, (message) => {
      for (const received of overTheWire(message).persoon ?? []) {
        const found = inschrijvingIn(received);
        if (!found) continue;
        const { onderwijsnummer: _number, land: _land, ...rest } = received;
        const registered = { ...rest, ...persoon };
        const gegevens = { ...emptyInschrijving(found.kind), ...found.inschrijving } as InschrijvingGegevens;
        const { id } = writeInschrijving(administration, leerling, gegevens);
        const accepted = acceptedFrom(db, id, registered);
        writeStand(db, clock, id, asAntwoord(registered), accepted);
        refreshInschrijving(db, clock, id);

        // What BRON has is what is kept here: nothing of it would be sent again, or taken away by a melding.
        expect(JSON.parse(accepted.delivered)).toEqual(meldingContent(persoon, readInschrijving(db, id).gegevens));
        expect(db.prepare('SELECT 1 FROM to_deliver WHERE inschrijving_id = ?').get(id)).toBeUndefined();
        expect(keptHash(db, id)).toBe(accepted.hash);

        const stored = db.prepare<[number], string>('SELECT content FROM bron_stand WHERE inschrijving_id = ?').pluck();
        const back = asRegistered(JSON.parse(stored.get(id) ?? '{}') as Message<10>);
        const plain = ({ meldinggegevens: _, ...all }: Registered) =>
          canonical(terugkoppelingRegistratieoverzicht, { persoon: [all] });
        expect(plain(back)).toEqual(plain(registered));
        // The work on a pupil grows with its inschrijvingen.
        db.prepare('DELETE FROM bron_stand WHERE inschrijving_id = ?').run(id);
        db.prepare('DELETE FROM main.inschrijving WHERE id = ?').run(id);
      }
    }),
    { numRuns: process.env['LAS_FULL'] === '1' ? 1000 : 40 },
  );
});
