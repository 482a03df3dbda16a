import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InschrijvingWpo, MeldingContent } from '../../shared/pve/berichten/content.ts';
import { registerFacts } from '../mock-bron/processing/facts.ts';
import { identify } from '../mock-bron/processing/identify.ts';
import { openRegister, type Register } from '../mock-bron/register/database.ts';
import { createInschrijvingen } from '../mock-bron/register/inschrijvingen.ts';
import { createMessages, type AcceptedMessage } from '../mock-bron/register/messages.ts';
import { createPersons, type PersonRow } from '../mock-bron/register/persons.ts';
import { readBrp, readBrpFiles } from '../mock-bron/registers/brp.ts';
import { defaultFiles } from '../mock-bron/registers/files.ts';

const brp = readBrp(readBrpFiles([defaultFiles.brp]));
const hera = { burgerservicenummer: '999992533', geboortedatum: '2001-12-31', geslacht: 'V' };
const AT = '2009-11-02T08:00:00.000Z';

let folder: string;
let register: Register;
let parts: ReturnType<typeof open>;

function open() {
  return {
    persons: createPersons(register),
    inschrijvingen: createInschrijvingen(register),
    messages: createMessages(register),
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mock-facts-'));
  register = openRegister(folder);
  parts = open();
});
afterEach(() => {
  register.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function accept(berichtidentificatie: string): AcceptedMessage {
  const delivered = { brinnummer: '99ZZ', aanleverpunt: '00', nr: 3, content: '{}', delivered_at: AT, due_at: AT };
  expect(parts.messages.accept({ ...delivered, berichtidentificatie })).toBe(true);
  return parts.messages.due(AT).at(-1)!;
}

const storeHera = (): PersonRow =>
  parts.persons.add({ ...hera, onderwijsnummer: null, achternaam: 'Jager', voorvoegsel: 'de', voornamen: 'Hera' });

function store(person: PersonRow, message: AcceptedMessage, content: InschrijvingWpo, brinnummer = '99ZZ') {
  const registration = {
    person: person.id,
    brinnummer,
    datum_inschrijving: content.datumInschrijving ?? '',
    aanleverpunt: '00',
    leerlingnummer: null,
    kind: 'inschrijvingWpo',
    content: JSON.stringify(content),
    message: message.seq,
    advies_delivered_on: content.adviesVo === undefined ? null : '2009-10-01',
  } as const;
  return parts.inschrijvingen.register(registration, AT);
}

function facts(
  message: AcceptedMessage,
  inschrijving: InschrijvingWpo,
  person: MeldingContent = { persoonMetPgn: [hera] },
) {
  const content = { ...person, inschrijvingWpo: [inschrijving] };
  return registerFacts(message, content, identify(content, brp, parts.persons), parts);
}

describe('what the controles are told of the register', () => {
  it('of a pupil that BRON does not know yet', () => {
    expect(facts(accept('M1'), { datumInschrijving: '2009-08-01' })).toEqual({
      personFound: true,
      birthDateBrp: '2001-12-31',
      postcodeBrp: '2548AE',
      others: [],
      deleted: [],
      hasVerplichteEindtoets: false,
    });
  });

  it('the same inschrijving, the others and the deleted ones at this BRIN', () => {
    const person = storeHera();
    const message = accept('M1');
    store(person, message, { datumInschrijving: '2009-08-01' });
    store(person, message, { datumInschrijving: '2008-08-01' });
    const { id } = store(person, message, { datumInschrijving: '2007-08-01' });
    store(person, message, { datumInschrijving: '2006-08-01' }, '98AA');
    register.prepare('UPDATE inschrijvingen SET deleted = 1 WHERE id = ?').run(id);
    expect(facts(accept('M2'), { datumInschrijving: '2009-08-01' })).toMatchObject({
      registered: { datumInschrijving: '2009-08-01' },
      others: [{ datumInschrijving: '2008-08-01' }],
      deleted: ['2007-08-01'],
    });
    expect(facts(accept('M3'), { datumInschrijving: '2007-08-01' }).registered).toBeUndefined();
  });

  it('312: the message delivered later that was processed already', () => {
    const person = storeHera();
    const [early, late] = [accept('M1'), accept('M2')];
    store(person, late, { datumInschrijving: '2009-08-01' });
    expect(facts(early, { datumInschrijving: '2009-08-01' }).laterBericht).toBe('M2');
    expect(facts(accept('M3'), { datumInschrijving: '2009-08-01' }).laterBericht).toBeUndefined();
  });

  it('postcode and land volgens instelling per school', () => {
    const person = storeHera();
    parts.persons.setAddress(person.id, '99ZZ', { postcode: '1234AB', land: null, since: '2009-11-02' });
    parts.persons.setAddress(person.id, '98AA', { postcode: null, land: '5010', since: '2009-11-02' });
    const found = facts(accept('M1'), { datumInschrijving: '2009-08-01' });
    expect(found.postcodeInstelling).toBe('1234AB');
    expect(found.landInstelling).toBeUndefined();
  });

  it('R7: the day on which this advies was first delivered', () => {
    const person = storeHera();
    store(person, accept('M1'), { datumInschrijving: '2009-08-01', adviesVo: '10' });
    const found = (adviesVo: string) => facts(accept(`A${adviesVo}`), { datumInschrijving: '2009-08-01', adviesVo });
    expect(found('10').adviesDeliveredOn).toBe('2009-10-01');
    expect(found('20').adviesDeliveredOn).toBeUndefined();
  });

  it('753 and 752: numbers with another birth date or sex are not found', () => {
    const inschrijving = { datumInschrijving: '2009-08-01' };
    const met = (person: object) =>
      facts(accept(JSON.stringify(person).slice(-16)), inschrijving, { persoonMetPgn: [person] });
    expect(met({ ...hera, geslacht: 'M' }).personFound).toBe(false);
    expect(met({ ...hera, geboortedatum: '2001-12-30' }).personFound).toBe(false);
    expect(met({ ...hera, burgerservicenummer: undefined, onderwijsnummer: '100000041' }).personFound).toBe(false);
  });

  it('755: the BSN of a pupil that was delivered without one', () => {
    const person = { geboortedatum: '2001-12-31', geslacht: 'V', achternaam: 'Jager', voornamen: 'Hera' };
    const found = facts(accept('M1'), { datumInschrijving: '2009-08-01' }, { persoonZonderPgn: [person] });
    expect(found).toMatchObject({ personFound: true, bsnFound: '999992533' });
    const stranger = facts(
      accept('M2'),
      { datumInschrijving: '2009-08-01' },
      { persoonZonderPgn: [{ ...person, achternaam: 'Niemand' }] },
    );
    expect(stranger.personFound).toBe(true);
    expect(stranger.bsnFound).toBeUndefined();
  });
});

describe('what is kept once', () => {
  it('an id per BRIN, and one outcome per message', () => {
    const { seq } = accept('M1');
    expect(parts.messages.settle(seq, 'geregistreerd', AT)).toBe(true);
    expect(parts.messages.settle(seq, 'geregistreerd', AT)).toBe(false);
    expect(parts.messages.due(AT)).toEqual([]);
    const again = { brinnummer: '99ZZ', aanleverpunt: '01', nr: 3, berichtidentificatie: 'M1', content: '{}' };
    expect(parts.messages.accept({ ...again, delivered_at: AT, due_at: AT })).toBe(false);
  });

  it('one person when an onderwijsnummer turns out to have a BSN that BRON knew', () => {
    const known = storeHera();
    const other = parts.persons.add({
      burgerservicenummer: null,
      onderwijsnummer: '100000041',
      geboortedatum: '2001-12-31',
      geslacht: 'V',
      achternaam: 'Jager',
      voorvoegsel: null,
      voornamen: 'Hera',
    });
    store(other, accept('M1'), { datumInschrijving: '2009-08-01' });
    expect(parts.persons.giveBsn(other, hera.burgerservicenummer).id).toBe(known.id);
    expect(parts.inschrijvingen.ofPupil(known.id, '99ZZ')).toHaveLength(1);
  });
});
