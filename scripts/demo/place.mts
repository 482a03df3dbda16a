import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { MockBron } from '../../tests/mock-bron/server.ts';
import { fetchCertificate } from './bron.mts';
import { correctionsFile, demoFolder } from './data.mts';

/** The folder of one demo. */
export interface Place {
  bron: string;
  administration: string;
  certificate: string;
  guide: string;
  /** Registers of the mock, when the demo is about a school of its own. */
  brp: string;
  brin: string;
  /** Everything of the path of the Stappenplan. */
  path: string;
  /** Takes the folder away, if it was made for this run only. */
  leave(): void;
}

const remove = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/** @param data folder to use and keep; a new one that goes at the end when left out */
export function preparePlace(data: string | undefined, fresh: boolean): Place {
  const root = data === undefined ? mkdtempSync(join(tmpdir(), 'bronwijs-demo-')) : resolve(data);
  const place = {
    bron: join(root, 'demo-bron'),
    administration: join(root, 'demo-administratie'),
    certificate: join(root, 'demo-99ZZ00.p12'),
    guide: join(root, 'demo-guide.json'),
    brp: join(root, 'demo-brp.json'),
    brin: join(root, 'demo-brin.json'),
    path: join(root, 'demo-ten-weeks'),
  };
  if (fresh) Object.values(place).forEach(remove);
  mkdirSync(root, { recursive: true });
  return { ...place, leave: () => (data === undefined ? remove(root) : undefined) };
}

type Corrections = z.infer<typeof correctionsFile>['corrections'];

/** What the school of the demo would look up to correct its mistakes. */
export const readCorrections = (): Corrections =>
  correctionsFile.parse(JSON.parse(readFileSync(join(demoFolder, 'corrections.json'), 'utf8'))).corrections;

const secretFile = { mode: 0o600 } as const;
const writtenGuide = z.object({ certificate: z.object({ password: z.string() }) });

/**
 * Downloads the certificate unless an earlier run did (it can be done once), and writes what the guided card needs: where
 * the certificate is, its password, and the corrections with their reasons. Both files are readable for this user only.
 */
export async function writeGuide(
  place: Place,
  mock: MockBron,
  brinnummer: string,
  corrections: Corrections,
): Promise<void> {
  let password: string;
  if (existsSync(place.guide) && existsSync(place.certificate)) {
    password = writtenGuide.parse(JSON.parse(readFileSync(place.guide, 'utf8'))).certificate.password;
  } else {
    const certificate = await fetchCertificate(mock, brinnummer);
    remove(place.guide);
    remove(place.certificate);
    writeFileSync(place.certificate, certificate.pkcs12, secretFile);
    password = certificate.password;
  }
  const guide = { certificate: { file: place.certificate, password }, corrections };
  writeFileSync(place.guide, `${JSON.stringify(guide, null, 2)}\n`, secretFile);
}
