import { today, type Clock } from '../../../../shared/domain/clock.ts';
import type { MijnBronFile } from '../../../../shared/mijnBron/file.ts';
import type { DocumentFile, LoggedIn, MijnBron } from '../../mijnBron/mijnBron.ts';

const jsonFile = (fileName: string, content: MijnBronFile): DocumentFile => ({
  fileName,
  type: 'application/json; charset=utf-8',
  content: Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
});

/** What can be kept as a file for the LAS. */
export interface Downloads {
  /** By the name in its address; undefined when there is no such file. */
  file(user: LoggedIn, name: string): DocumentFile | undefined;
  gtb(user: LoggedIn, kenmerk: string): DocumentFile;
}

export function createDownloads(mijnBron: MijnBron, clock: Clock): Downloads {
  const about = ({ brinnummer }: LoggedIn) => ({ brinnummer, madeOn: today(clock) });
  const contents: Readonly<Record<string, (user: LoggedIn) => MijnBronFile>> = {
    contactgegevens: (user) => ({
      layout: 'bronwijs-contactgegevens-1',
      ...about(user),
      contactgegevens: mijnBron.contact(user.brinnummer),
    }),
    aantallen: (user) => ({
      layout: 'bronwijs-aantallen-1',
      ...about(user),
      aantallen: mijnBron.aantallen(user.brinnummer),
    }),
    documenten: (user) => ({ layout: 'bronwijs-documenten-1', ...about(user), documenten: mijnBron.documents(user) }),
    voortgang: (user) => ({
      layout: 'bronwijs-voortgang-1',
      ...about(user),
      voortgang: mijnBron.voortgang(user.brinnummer, user.aanleverpunt),
    }),
    vergelijkingsoverzicht: ({ brinnummer }) => mijnBron.vergelijkingsoverzicht(brinnummer),
  };
  return {
    file: (user, name) => {
      const content = Object.hasOwn(contents, name) ? contents[name]?.(user) : undefined;
      return content && jsonFile(`${name}-${user.brinnummer}-${content.madeOn}.json`, content);
    },
    gtb: ({ brinnummer }, kenmerk) => {
      const gtb = mijnBron.gtb(brinnummer, kenmerk);
      return jsonFile(`gtb-${brinnummer}-${gtb.vestigingsvolgnummer}-${gtb.peildatum}.json`, gtb);
    },
  };
}
