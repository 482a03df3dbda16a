import { readFileSync } from 'node:fs';
import { contentOfInschrijving } from '../../electron/core/exchange/content.ts';
import { envelopeOf } from '../../electron/core/exchange/outbox.ts';
import { deliveryNow, findingsOf } from '../../electron/core/exchange/voorcontrole.ts';
import { readSchool, writeSchool } from '../../electron/core/school/settings.ts';
import { createFixedClock, startOfDay } from '../../shared/domain/clock.ts';
import { schoolFactsOf, type SchoolSoortCode } from '../../shared/domain/schoolSoort.ts';
import type { MeldingContent } from '../../shared/pve/berichten/content.ts';
import { messages, type MessageNumber } from '../../shared/pve/berichten/messages.ts';
import { decodeMessage, readEnvelope } from '../../shared/pve/berichten/soap.ts';
import { editionOn } from '../../shared/pve/controles/readings.ts';
import type { Finding } from '../../shared/pve/controles/types.ts';
import { voorcontrole } from '../../shared/pve/controles/voorcontrole.ts';
import type { Voorkomen } from '../../shared/pve/gegevensset/types.ts';
import { findingsIn } from '../conformance/support/wire/findings.ts';
import type { BrinFile } from '../mock-bron/registers/brin.ts';
import { defaultFiles } from '../mock-bron/registers/files.ts';
import type { MockWorld } from '../mock-bron/testing/world.ts';
import { creation } from './administration.ts';
import { addDirectly, directAdministration } from './direct.ts';
import type { GeneratedPupil } from './generatedPupil.ts';

/** The test school of each kind, as BRIN of the mock has it. */
const schools: Record<SchoolSoortCode, string> = {
  BAO: '99ZZ',
  SBAO: '98AB',
  RIJDEND: '98AC',
  VAREND: '98AD',
  SO: '98AE',
  VSO: '98WB',
  'SO+VSO': '98WA',
  VGK: '98WV',
};

/** What LAS and mock think of the same pupil. */
export interface Opinions {
  /** What the voorcontrole of the LAS finds in what is stored. */
  las: Finding[];
  /** The content as the LAS meant it, and as it came out of the bytes that left. */
  meant: MeldingContent;
  read: MeldingContent;
  /** What the same controles find in what came out of the bytes. */
  byWire: Finding[];
  /** Whether the mock refused it for its form (359), and otherwise what it gave back: `code ernst place`. */
  refused: boolean;
  answered: string[];
}

export interface Judges {
  /**
   * Stores a pupil in the LAS and sends the melding on a day, over mutual TLS, to a mock that knows nobody, or only `others` whose
   * meldingen came before.
   */
  judge(pupil: GeneratedPupil, day: string, others?: readonly GeneratedPupil[]): Promise<Opinions>;
}

const returnedMessages = ([10, 13] as const).map((nr): [MessageNumber, string] => [nr, messages[nr].key]);

/** A LAS and a mock BRON that judge for a school of this kind. Call it in a test: it ends with it. */
export async function createJudges({ mock, school: connect }: MockWorld, soort: SchoolSoortCode): Promise<Judges> {
  const brinnummer = schools[soort];
  const inBrin = (JSON.parse(readFileSync(defaultFiles.brin, 'utf8')) as BrinFile).schools;
  const { vestigingen = [], cluster } = inBrin.find((item) => item.brinnummer === brinnummer) ?? {};
  const administration = directAdministration();
  const { db } = administration;
  const clock = createFixedClock(startOfDay('2009-11-02'));
  writeSchool(db, {
    ...creation.school,
    brinnummer,
    soort,
    // That of a VGK-instelling goes without saying.
    ...(cluster && cluster !== '1' ? { cluster } : {}),
    vestigingen: vestigingen.map(({ volgnummer }) => ({ volgnummer, naam: volgnummer })),
  });
  const school = await connect(brinnummer);
  let count = 0;

  async function answerTo(
    id: string,
    bytes: Buffer,
    read: MeldingContent,
  ): Promise<Pick<Opinions, 'refused' | 'answered'>> {
    const { nr, node } = readEnvelope((await school.post(bytes)).body.toString('utf8'));
    const reply = decodeMessage(17, node);
    if (nr !== 17) throw new Error(`bericht ${nr} came back`);
    if (reply.statusMelding === 'A') {
      const codes = reply.signaal?.map(({ signaalcode }) => signaalcode);
      if (String(codes) !== '359') throw new Error(`refused with ${String(codes)}`);
      return { refused: true, answered: [] };
    }
    const bundle = (await school.poll(id)) as Voorkomen;
    const answered = returnedMessages.flatMap(([number, key]) => {
      const list = bundle[key];
      return Array.isArray(list) ? list.flatMap((content) => findingsIn({ nr: number, content }, read)) : [];
    });
    return { refused: false, answered };
  }

  async function opinions({ persoon, gegevens }: GeneratedPupil, day: string): Promise<Opinions> {
    const { inschrijvingId } = addDirectly({ ...administration, clock }, persoon, gegevens);
    const meant = contentOfInschrijving(db, inschrijvingId);
    const las = findingsOf(deliveryNow(db, clock), meant);
    const id = String((count += 1)).padStart(16, '0');
    const bytes = envelopeOf(3, id, meant, { brinnummer, aanleverpunt: '00' });
    const { berichtidentificatie: _, ...read } = decodeMessage(3, readEnvelope(bytes.toString('utf8')).node);
    const known = { school: schoolFactsOf(readSchool(db)), deliveredOn: day, edition: editionOn(day) };
    const byWire = voorcontrole({ content: read, ...known });
    return { las, meant, read, byWire, ...(await answerTo(id, bytes, read)) };
  }

  return {
    judge: async (pupil, day, others = []) => {
      const noon = new Date(startOfDay(day).getTime() + 12 * 3_600_000);
      clock.set(noon);
      mock.reset();
      mock.setClock(noon);
      for (const other of others) await opinions(other, day);
      return opinions(pupil, day);
    },
  };
}
