import { beforeEach, describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { contentOfInschrijving } from '../../electron/core/exchange/content.ts';
import { offerAgain } from '../../electron/core/exchange/offerAgain.ts';
import { answer, answerTo, type Answer } from '../support/answers.ts';
import { addDirectly, directAdministration } from '../support/direct.ts';
import { testPersons } from '../support/pupils.ts';

let administration: Administration;
let inschrijvingId: number;

const afkeuring = (signaalcode: string): Answer => ({
  nr: 13,
  signalen: [{ signaalcode, omschrijving: 'De melding is niet verwerkt.' }],
});

interface Melding {
  id: number;
  berichtidentificatie: string;
  state: string;
}
const melding = (): Melding => {
  const row = administration.db.prepare<[], Melding>('SELECT id, berichtidentificatie, state FROM bericht').get();
  if (!row) throw new Error('no melding');
  return row;
};
const answerAgain = (given: Answer) =>
  answerTo(administration, { ...melding(), content: contentOfInschrijving(administration.db, inschrijvingId) }, given);
const giveUp = () => {
  offerAgain(administration, melding().id, 'De Helpdesk BRON vroeg erom.');
};

beforeEach(async () => {
  administration = directAdministration();
  ({ inschrijvingId } = addDirectly(administration, testPersons.hera));
  await answer(administration, inschrijvingId, afkeuring('403'));
  giveUp();
});

describe('a melding that was afgekeurd and given up', () => {
  it('is registered when BRON has repaired it, and BRON has what is kept here', async () => {
    expect(await answerAgain({ signalen: [] })).toMatchObject({ received: 1, geregistreerd: 1 });
    expect(melding().state).toBe('geregistreerd');
    expect(administration.db.prepare('SELECT inschrijving_id FROM bron_stand').pluck().all()).toEqual([inschrijvingId]);
    expect(administration.db.prepare('SELECT inschrijving_id FROM to_deliver').pluck().all()).toEqual([]);
  });

  it('is afgekeurd when BRON gives another reason', async () => {
    expect(await answerAgain(afkeuring('404'))).toMatchObject({ received: 1, afgekeurd: 1 });
    expect(melding().state).toBe('afgekeurd');
  });

  it('stays given up when BRON repeats what it said before, however often it was given up', async () => {
    await answerAgain(afkeuring('404'));
    giveUp();
    for (const code of ['403', '404'])
      expect(await answerAgain(afkeuring(code))).toMatchObject({ received: 1, afgekeurd: 0 });
    expect(melding().state).toBe('vervallen');
  });
});
