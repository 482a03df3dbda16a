import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NsisUpdater } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import forge from 'node-forge';

/** A server's key and certificate for 127.0.0.1, which is its own authority. */
function identity(): { key: string; cert: string } {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.validity.notBefore = new Date('2009-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2039-01-01T00:00:00Z');
  const name = [{ name: 'commonName', value: '127.0.0.1' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return { key: forge.pki.privateKeyToPem(keys.privateKey), cert: forge.pki.certificateToPem(certificate) };
}

/** Does with Node what electron-updater does with Chromium's network. */
class NodeExecutor extends ElectronHttpExecutor {
  readonly #ca: string;
  constructor(ca: string) {
    super();
    this.#ca = ca;
  }
  override createRequest(...[options, callback]: Parameters<ElectronHttpExecutor['createRequest']>) {
    const request = https.request({ ...(options as https.RequestOptions), ca: this.#ca, agent: false }, callback);
    return request as unknown as ReturnType<ElectronHttpExecutor['createRequest']>;
  }
}

/** A feed as electron-builder publishes one, over https on loopback. */
export interface UpdateFeed {
  address: string;
  /** The paths that were asked. */
  asked: string[];
  /** Puts a version there, with its installer; `sha512` of another file when given. */
  offer(version: string, more?: { stagingPercentage?: number; sha512?: string }): void;
  /** electron-updater as it would run in `version` of the program, with `signed` as the answer of Windows; without: it asks itself. */
  updater(version: string, signed?: (publishers: string[]) => string | null): { updater: NsisUpdater; config: string };
  close(): Promise<void>;
}

const installer = Buffer.from('MZ installer');

export async function startUpdateFeed(publisherName: readonly string[]): Promise<UpdateFeed> {
  const folder = mkdtempSync(join(tmpdir(), 'update-'));
  const { key, cert } = identity();
  const asked: string[] = [];
  let latest = '';
  const server = https.createServer({ key, cert }, ({ url = '' }, response) => {
    const path = new URL(url, 'https://feed').pathname;
    asked.push(path);
    if (path === '/las/latest.yml' && latest !== '') response.end(latest);
    else if (path.endsWith('.exe')) response.end(installer);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/las/`;
  const config = join(folder, 'app-update.yml');
  writeFileSync(config, JSON.stringify({ provider: 'generic', url: address, publisherName, updaterCacheDirName: 'u' }));
  return {
    address,
    asked,
    offer(version, { stagingPercentage, sha512 } = {}) {
      const hash = sha512 ?? createHash('sha512').update(installer).digest('base64');
      const file = { url: `Las-${version}-setup.exe`, sha512: hash, size: installer.length };
      latest = JSON.stringify({ version, files: [file], path: file.url, sha512: hash, stagingPercentage });
    },
    updater(version, signed) {
      const updater = new NsisUpdater(undefined, {
        version,
        name: 'las',
        isPackaged: true,
        appUpdateConfigPath: config,
        userDataPath: folder,
        baseCachePath: mkdtempSync(join(folder, 'cache-')),
        whenReady: async () => undefined,
        relaunch: () => undefined,
        quit: () => undefined,
        onQuit: () => undefined,
      });
      Object.assign(updater, { httpExecutor: new NodeExecutor(cert), _testOnlyOptions: { platform: 'win32' } });
      updater.disableDifferentialDownload = true;
      if (signed) updater.verifyUpdateCodeSignature = async (publishers) => signed(publishers);
      return { updater, config };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
