import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { materialOf } from '../../../electron/core/certificate/identity.ts';
import { openCertificates } from '../../../electron/core/certificate/open.ts';
import { createClock } from '../../../shared/domain/clock.ts';
import { findZeep } from '../../../scripts/zeep.mts';
import type { MockBron } from '../../mock-bron/server.ts';
import { wsdl, type Called, type Speaker, type Toolkit } from './toolkit.ts';

const script = fileURLToPath(new URL('zeepClient.py', import.meta.url));

/** The Python that has zeep, as `npm test` found or installed it. */
export const python = findZeep();

/** Writes what the client shows at the connection; gives the paths. */
async function writeCertificate(folder: string, mock: MockBron, { brinnummer, aanleverpunt }: Speaker) {
  const password = 'geheim';
  const pfx = await mock.issueCertificate(brinnummer, aanleverpunt, password);
  const sought = { holder: `${brinnummer}${aanleverpunt}`, clock: createClock() };
  const [identity] = await openCertificates(pfx, password, sought);
  if (!identity) throw new Error('no certificate');
  const { pemCertificate, pemKey, pemChain } = materialOf(identity);
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  writeFileSync(certificate, pemCertificate + pemChain);
  writeFileSync(key, pemKey, { mode: 0o600 });
  return [certificate, key];
}

/** Debian's python3-zeep, in a process of its own. */
export const zeep: Toolkit = {
  name: 'python3-zeep',
  connect: async (mock, certificate, speaker = certificate) => {
    if (!python) throw new Error('there is no zeep here');
    const folder = mkdtempSync(join(tmpdir(), 'bronwijs-zeep-'));
    const options = {
      wsdl,
      endpoint: mock.addresses.soap,
      ca: mock.caPath,
      certificate: certificate && (await writeCertificate(folder, mock, certificate)),
      header: speaker && { BRINnummer: speaker.brinnummer, Aanleverpuntnummer: speaker.aanleverpunt },
    };
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ask = async (line: object): Promise<unknown> => {
      child.stdin.write(`${JSON.stringify(line)}\n`);
      const next = await lines.next();
      if (next.done) throw new Error('the client of zeep has ended');
      return JSON.parse(next.value);
    };
    const { operations } = (await ask(options)) as { operations: string[] };
    return {
      operations,
      call: async (operation, content) => {
        const said = (await ask({ operation, content })) as Called | { error: string };
        if ('error' in said) throw new Error(said.error);
        return said;
      },
      close: async () => {
        child.stdin.end();
        await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
