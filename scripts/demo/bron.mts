import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn } from '../../shared/pve/gegevensset/person.ts';
import { canonical } from '../../shared/pve/berichten/content.ts';
import { parseMoment } from '../../tests/mock-bron/dutchTime.ts';
import { defaultFiles } from '../../tests/mock-bron/registers/files.ts';
import { startMockBron, type MockBron } from '../../tests/mock-bron/server.ts';
import { createTestSchool, https } from '../../tests/mock-bron/testing/client.ts';
import { demoFolder, earlierFile } from './data.mts';

const START = '2009-11-02T09:00';
export const BRIN = '99ZZ';
const AANLEVERPUNT = '00';
const EARLIER_AANLEVERPUNT = '01';

const letterAnswer = z.object({ gebruikersnaam: z.string(), wachtwoord: z.string() });
const registerAnswer = z.object({ inschrijvingen: z.array(z.unknown()) });

async function ask<T>(mock: MockBron, path: string, schema: z.ZodType<T>, body?: object): Promise<T> {
  const response = await fetch(new URL(path, mock.addresses.control), {
    ...(body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`the control interface of the mock BRON answered ${response.status}`);
  return schema.parse(await response.json());
}

/** A certificate as a school gets it: by a wachtwoordbrief, from the site, once (Stappenplan steps 8 and 9). */
export async function fetchCertificate(
  mock: MockBron,
  brinnummer: string,
): Promise<{ pkcs12: Buffer; password: string }> {
  const letter = await ask(mock, 'wachtwoordbrief', letterAnswer, { brinnummer, aanleverpunt: AANLEVERPUNT });
  const { gebruikersnaam, wachtwoord } = letter;
  const form = new URLSearchParams({ gebruikersnaam, wachtwoord }).toString();
  const answer = await https(
    new URL('certificaat', mock.addresses.site).href,
    {
      method: 'POST',
      ca: mock.caPem,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) },
    },
    form,
  );
  if (answer.status !== 200) throw new Error(`the site of the mock BRON answered ${answer.status}`);
  return { pkcs12: answer.body, password: wachtwoord };
}

/** How many inschrijvingen of the school are registered, by the control interface. */
export const countRegistered = async (mock: MockBron, brinnummer = BRIN): Promise<number> =>
  (await ask(mock, `register/${brinnummer}`, registerAnswer)).inschrijvingen.length;

/** Delivers what another administration of the school had delivered before the demo begins. */
async function deliverEarlier(mock: MockBron): Promise<void> {
  const { meldingen } = earlierFile.parse(JSON.parse(readFileSync(join(demoFolder, 'earlier.json'), 'utf8')));
  const school = await createTestSchool(mock, BRIN, EARLIER_AANLEVERPUNT);
  try {
    for (const [index, { persoon, inschrijving }] of meldingen.entries()) {
      const receipt = await school.meld({
        berichtidentificatie: `${EARLIER_AANLEVERPUNT}DEMO${String(index + 1).padStart(10, '0')}`,
        persoonMetPgn: [canonical(persoonMetPgn, persoon)],
        inschrijvingWpo: [canonical(inschrijvingWpo, inschrijving)],
      });
      if (receipt.statusMelding !== 'B') throw new Error('the mock BRON refused an earlier melding');
    }
  } finally {
    school.close();
  }
}

/** What the mock BRON knows when the demo is about a school of its own. */
export interface DemoRegisters {
  start: Date;
  /** Files of the BRP and of the BRIN register. */
  brp: string;
  brin: string;
}

/** Starts the mock BRON of the demo on free ports. A folder that was used before goes on where it was. */
export async function startDemoBron(data: string, registers?: DemoRegisters): Promise<MockBron> {
  if (registers) {
    const { start, brp, brin } = registers;
    return startMockBron({ data, date: start, brp: [defaultFiles.brp, brp], brin });
  }
  const mock = await startMockBron({
    data,
    date: parseMoment(START),
    brp: [defaultFiles.brp, join(demoFolder, 'brp.json')],
    postcodes: join(demoFolder, 'postcodes.txt'),
  });
  if ((await countRegistered(mock)) === 0) await deliverEarlier(mock);
  return mock;
}
