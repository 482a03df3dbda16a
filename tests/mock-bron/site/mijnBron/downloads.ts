import type { Clock } from '../../../../shared/domain/clock.ts';
import { today } from '../../../../shared/domain/clock.ts';
import type { DocumentFile, MijnBron } from '../../mijnBron/mijnBron.ts';
import type { Visit } from './access.ts';

const jsonFile = (fileName: string, content: unknown): DocumentFile => ({
  fileName,
  type: 'application/json; charset=utf-8',
  content: Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
});

/** What can be kept as a file for the LAS, by the name in its address: the same JSON as the machine interface gives. */
export function createDownloads(mijnBron: MijnBron, clock: Clock) {
  const contents: Readonly<Record<string, (visit: Visit) => unknown>> = {
    contactgegevens: ({ user }) => mijnBron.contact(user.brinnummer),
    aantallen: ({ user }) => mijnBron.aantallen(user.brinnummer),
    documenten: ({ user }) => mijnBron.documents(user),
    voortgang: ({ user }) => mijnBron.voortgang(user.brinnummer, user.aanleverpunt),
    gtb: ({ user }) => mijnBron.gtbs(user.brinnummer),
    vergelijkingsoverzicht: ({ user }) => mijnBron.vergelijkingsoverzicht(user.brinnummer),
    reacties: ({ user }) => mijnBron.reacties(user.brinnummer),
  };
  return {
    /** Undefined when there is no such file. */
    file: (visit: Visit, name: string): DocumentFile | undefined => {
      const content = Object.hasOwn(contents, name) ? contents[name]?.(visit) : undefined;
      return content === undefined
        ? undefined
        : jsonFile(`${name}-${visit.user.brinnummer}-${today(clock)}.json`, content);
    },
    gtb: ({ user }: Visit, kenmerk: string): DocumentFile => {
      const gtb = mijnBron.gtb(user.brinnummer, kenmerk);
      return jsonFile(`gtb-${gtb.brinnummer}-${gtb.vestigingsvolgnummer}-${gtb.peildatum}.json`, gtb);
    },
  };
}
