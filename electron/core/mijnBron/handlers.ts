import { LasError } from '../../../shared/api/errors.ts';
import type { KeptGtb, MijnBronFileContent } from '../../../shared/api/mijnBron.ts';
import { today } from '../../../shared/domain/clock.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import type { MijnBronFile } from '../../../shared/mijnBron/file.ts';
import { checkAantallen, noteAantallen } from '../aansluiting/aantallen.ts';
import { keepVoortgang, noteVoortgangsmails } from '../aansluiting/voortgang.ts';
import type { HandlersOf, WithFiles } from '../context.ts';
import type { LineOptions } from '../exchange/line.ts';
import { readSchool } from '../school/settings.ts';
import { withMijnBron, type MijnBronClient } from './client.ts';
import { checkOwn, readMijnBronFile } from './file.ts';
import { isGtbCurrent, keepGtb, keepOverview, noteFetch, type FetchSubject } from './keep.ts';
import { giveReactie } from './reactie.ts';

/** What of a file is kept here is kept; the rest is for whoever asked. */
function contentOf(administration: WithFiles, file: MijnBronFile): MijnBronFileContent {
  switch (file.layout) {
    case 'bronwijs-gtb-1':
      return { kind: 'gtb', gtb: keepGtb(administration, file, 'file') };
    case 'bronwijs-ab-1':
      return { kind: 'vergelijkingsoverzicht', vergelijkingsoverzicht: keepOverview(administration, file, 'file') };
    case 'bronwijs-contactgegevens-1':
      return { kind: 'contactgegevens', madeOn: file.madeOn, contactgegevens: file.contactgegevens };
    case 'bronwijs-aantallen-1':
      return { kind: 'aantallen', madeOn: file.madeOn, aantallen: file.aantallen };
    case 'bronwijs-voortgang-1':
      keepVoortgang(administration, file.voortgang, { madeOn: file.madeOn, source: 'file' });
      return { kind: 'voortgang', madeOn: file.madeOn, voortgang: file.voortgang };
    case 'bronwijs-documenten-1':
      noteVoortgangsmails(administration, file.documenten);
      return { kind: 'documenten', madeOn: file.madeOn, documenten: file.documenten };
  }
}

/** The operations on Mijn BRON. */
export function mijnBronHandlers(administration: WithFiles, line: LineOptions): HandlersOf<'mijnBron'> {
  const { db, clock, files, emit } = administration;
  const changed = () => emit('data.changed', { topics: ['tellingen', 'aansluiting'] });
  const ask = <T>(work: (client: MijnBronClient) => Promise<T>): Promise<T> => withMijnBron(administration, line, work);
  async function fetch<T>(subject: FetchSubject, work: (client: MijnBronClient) => Promise<T>): Promise<T> {
    const found = await ask(work);
    noteFetch(administration, subject);
    return found;
  }
  const own = (file: MijnBronFile) => checkOwn(file, readSchool(db), today(clock));

  const fetchGtbs = () =>
    fetch('gtb', async (client) => {
      const lines = await client.gtbs();
      const fetched: KeptGtb[] = [];
      for (const line of lines) {
        if (isGtbCurrent(db, line)) continue;
        const gtb = await client.gtb(line.kenmerk);
        own(gtb);
        // Each is kept as it comes: what was fetched before the line broke stays.
        fetched.push(db.transaction(() => keepGtb(administration, gtb, 'mijnBron')).immediate());
      }
      return { total: lines.length, fetched };
    });

  async function fetchOverview() {
    // The comparison is of WPO-schools only (Stappenplan step 12).
    if (schoolFactsOf(readSchool(db)).soort === 'WEC') return {};
    const found = await ask((client) => client.vergelijkingsoverzicht());
    if (found) own(found);
    return db
      .transaction(() => {
        noteFetch(administration, 'vergelijkingsoverzicht', found !== undefined);
        return found ? { vergelijkingsoverzicht: keepOverview(administration, found, 'mijnBron') } : {};
      })
      .immediate();
  }

  return {
    'mijnBron.contact': async () => ({
      contactgegevens: await fetch('contactgegevens', (client) => client.contact()),
    }),
    'mijnBron.saveContact': async ({ contactgegevens }) => ({
      contactgegevens: await ask((client) => client.saveContact(contactgegevens)),
    }),
    'mijnBron.aantallen': async () => ({ reported: await fetch('aantallen', (client) => client.aantallen()) }),
    'mijnBron.reportAantallen': async (aantallen) => {
      checkAantallen(db, aantallen);
      const reported = await ask((client) => client.reportAantallen(aantallen));
      // It was reported today by the clock here, whatever day Mijn BRON has.
      db.transaction(() => noteAantallen(administration, { ...aantallen, reportedOn: today(clock) })).immediate();
      changed();
      return { reported };
    },
    'mijnBron.documenten': async () => {
      const documenten = await fetch('documenten', (client) => client.documenten());
      db.transaction(() => noteVoortgangsmails(administration, documenten)).immediate();
      changed();
      return { documenten };
    },
    'mijnBron.voortgang': async () => {
      const voortgang = await fetch('voortgang', (client) => client.voortgang());
      const told = { madeOn: today(clock), source: 'mijnBron' } as const;
      db.transaction(() => keepVoortgang(administration, voortgang, told)).immediate();
      changed();
      return { voortgang };
    },
    'mijnBron.fetchGtbs': () => fetchGtbs().finally(changed),
    'mijnBron.fetchVergelijkingsoverzicht': () => fetchOverview().finally(changed),
    'mijnBron.giveReactie': async ({ confirmed: _, ...given }) => {
      const reactie = await giveReactie(administration, given, (sent) => ask((client) => client.giveReactie(sent)));
      changed();
      return { reactie };
    },
    'mijnBron.readFile': ({ token, kind }) => {
      const file = readMijnBronFile(files.take(token, 'read'));
      own(file);
      return db
        .transaction(() => {
          const content = contentOf(administration, file);
          // What is of another kind is not kept either.
          if (kind !== undefined && content.kind !== kind) throw new LasError('mijn-bron-file-mixed');
          changed();
          return content;
        })
        .immediate();
    },
  };
}
