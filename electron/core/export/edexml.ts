import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { timeInNetherlands, today, type Clock } from '../../../shared/domain/clock.ts';
import { schoolYear } from '../../../shared/domain/dates.ts';
import { headXml, tailXml, type EdexmlHead } from '../../../shared/domain/export/edexml/head.ts';
import {
  edexmlLeerling,
  leerlingXml,
  ownKey,
  type EdexmlLeerling,
  type EdexmlScope,
  type PupilSource,
} from '../../../shared/domain/export/edexml/leerling.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { edexmlPages } from './edexmlPupils.ts';
import { createEdexmlValidator, type EdexmlValidator } from './edexmlSchema.ts';
import type { ExportContext, Job } from './job.ts';
import { countPupils, type PupilSelection } from './pupilRows.ts';
import { notAsWritten, writeVerified } from './verifiedFile.ts';

type Query = Parsed<'export.edexml'>;

/** The last schooljaar that the schema of 2.1 lists. */
const LAST_SCHOOLJAAR = '2024-2025';
const COMBINED = 'C';

/** Pupils that are judged in one document: some milliseconds of work. A larger file is judged in parts, each with the whole head. */
const PART = 500;

/** The pupils pass three times: for what they refer to, to be written, and to be read back. */
const PASSES = 3;

/** Goes through the pupils once, page by page; keys that occur twice are given to the first. @param pass which of the passes, from 0 */
async function forEachPage(
  { snapshot, job }: ExportContext,
  selection: PupilSelection,
  scope: EdexmlScope,
  visit: (page: { source: PupilSource; leerling: EdexmlLeerling }[]) => unknown,
  { pass, rows }: { pass: number; rows: number },
): Promise<{ withoutName: number }> {
  const [keys, eckids] = [new Set<string>(), new Set<string>()];
  let [read, withoutName] = [0, 0];
  for (const sources of edexmlPages(snapshot, selection)) {
    const page = sources.flatMap((source) => {
      const leerling = edexmlLeerling(source, scope);
      if (!leerling) return [];
      const { eckid, ...rest } = leerling;
      const key = keys.has(leerling.key) ? ownKey(source.id) : leerling.key;
      const first = eckid !== undefined && !eckids.has(eckid);
      keys.add(key);
      if (first) eckids.add(eckid);
      return [{ source, leerling: { ...rest, key, ...(first ? { eckid } : {}) } }];
    });
    withoutName += sources.length - page.length;
    read += sources.length;
    await visit(page);
    await job.pause(pass * rows + read, PASSES * rows);
  }
  return { withoutName };
}

/** What the pupils refer to, collected as they pass. */
class References {
  readonly #groepen = new Map<string, { naam: string; jaargroepen: Set<string> }>();
  readonly samengesteldeGroepen = new Map<string, string>();

  add({ current }: PupilSource, { fields, samengesteldeGroepen }: EdexmlLeerling): void {
    for (const { key, naam } of samengesteldeGroepen) this.samengesteldeGroepen.set(key, naam);
    if (fields.groep === undefined) return;
    const groep = this.#groepen.get(fields.groep) ?? { naam: current.groep ?? '', jaargroepen: new Set() };
    groep.jaargroepen.add(fields.jaargroep ?? COMBINED);
    this.#groepen.set(fields.groep, groep);
  }

  get groepen(): EdexmlHead['groepen'] {
    return [...this.#groepen].map(([key, { naam, jaargroepen }]) => {
      const [jaargroep = COMBINED, ...others] = jaargroepen;
      return { key, naam, jaargroep: others.length > 0 ? COMBINED : jaargroep };
    });
  }
}

function headOf(db: Connection, clock: Clock, references: References): EdexmlHead {
  const { kind, brinnummer, vestigingen } = readSchool(db);
  const day = today(clock);
  const { first, last } = schoolYear(day);
  const schooljaar = `${first.slice(0, 4)}-${last.slice(0, 4)}`;
  if (schooljaar > LAST_SCHOOLJAAR) throw new LasError('edexml-schooljaar', { schooljaar });
  const [vestiging, ...others] = vestigingen;
  return {
    schooljaar,
    peildatum: day,
    brincode: brinnummer,
    ...(vestiging && others.length === 0 ? { dependancecode: vestiging.volgnummer } : {}),
    aanmaakdatum: timeInNetherlands(clock.now()),
    ...(kind === 'oefen' ? { commentaar: 'Gemaakt met een oefenadministratie.' } : {}),
    vestigingen,
    groepen: references.groepen,
    samengesteldeGroepen: references.samengesteldeGroepen,
  };
}

/** Judges a written file in parts and counts its pupils. @throws LasError edexml-invalid, export-not-verified */
async function verify(path: string, validator: EdexmlValidator, count: number, job: Job): Promise<void> {
  let head = '';
  let part: string[] = [];
  let found = 0;
  let begun = false;
  const keys = new Set<string>();
  const judge = async () => {
    const element = validator.validate(`${head}${part.join('')}${tailXml}`);
    if (element !== undefined) throw new LasError('edexml-invalid', { detail: element });
    found += part.length;
    part = [];
    await job.pause((PASSES - 1) * count + found, PASSES * count);
  };
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    const key = /^<leerling key="([^"]*)"/.exec(line)?.[1];
    if (key !== undefined) {
      part.push(`${line}\n`);
      keys.add(key);
      if (part.length === PART) await judge();
    } else if (!begun) {
      head += `${line}\n`;
      begun = line === '<leerlingen>';
    } else if (!tailXml.includes(`${line}\n`)) throw notAsWritten();
  }
  if (part.length > 0) await judge();
  if (found !== count || keys.size !== count) throw notAsWritten();
}

/** Writes EDEXML 2.1 to `path`, from a snapshot of the administration, reads it back and judges it by the official schema. */
export async function exportEdexml(
  context: ExportContext,
  query: Query,
  path: string,
  resourcesDir: string,
): Promise<Output<'export.edexml'>> {
  const { clock, snapshot, job, logged } = context;
  const selection: PupilSelection = { ...query, per: 'leerling', day: today(clock) };
  const scope: EdexmlScope = {
    ...query,
    vestigingen: new Set(readSchool(snapshot).vestigingen.map(({ volgnummer }) => volgnummer)),
  };
  const { rows, secret } = countPupils(snapshot, selection);
  const references = new References();
  const { withoutName } = await forEachPage(
    context,
    selection,
    scope,
    (page) => page.forEach(({ source, leerling }) => references.add(source, leerling)),
    { pass: 0, rows },
  );
  if (rows === withoutName) throw new LasError('export-empty');
  const head = headOf(snapshot, clock, references);

  const write = async (file: FileHandle): Promise<number> => {
    let count = 0;
    await file.write(headXml(head));
    await forEachPage(
      context,
      selection,
      scope,
      async (page) => {
        await file.write(page.map(({ leerling }) => leerlingXml(leerling)).join(''));
        count += page.length;
      },
      { pass: 1, rows },
    );
    await file.write(tailXml);
    return count;
  };
  const validator = await createEdexmlValidator(join(resourcesDir, 'edexml/2.1'));
  try {
    const { written, bytes } = await writeVerified(path, {
      write,
      verify: async (file, count) => {
        if (count !== rows - withoutName) throw notAsWritten();
        await verify(file, validator, count, job);
        logged('edexml', `EDEXML 2.1, ${count} leerlingen${query.withNumbers ? ', met nummers' : ''}`);
      },
    });
    return { count: written, bytes, withoutName, secretAddressesLeftOut: query.withSecretAddresses ? 0 : secret };
  } finally {
    validator.dispose();
  }
}
