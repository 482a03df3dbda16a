import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What `openssl ca` must know. Only what stands here goes into a certificate. */
const CONFIG = `
[ca]
default_ca = this
[this]
database = index.txt
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
serial = serial
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
default_crl_days = 30
[any]
organizationName = optional
commonName = supplied
`;

/** A certificate with its key; PEM. */
export interface Issued {
  cert: string;
  key: string;
  certPath: string;
  keyPath: string;
}

interface Request {
  commonName: string;
  /** For a server: \`DNS:localhost,IP:127.0.0.1\`. */
  altNames?: string;
  from?: Date;
  to?: Date;
}

/** A certification authority made by the openssl of this machine. */
export interface TestAuthority {
  caPem: string;
  caPath: string;
  /** Issues a certificate; valid from a year before today until a year after when nothing else is asked. */
  issue(request: Request): Promise<Issued>;
  /** Revokes a certificate. Gives the path of the list. */
  revoke(issued: Issued): Promise<string>;
  /** As PKCS#12, protected by a password. */
  pkcs12(issued: Issued, password: string): Promise<Buffer>;
  close(): void;
}

const YEAR_MS = 365 * 86_400_000;
/** `yymmddhhmmssZ`. */
const moment = (date: Date) => `${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`;
const fromNow = (years: number) => new Date(Date.now() + years * YEAR_MS);

export async function createTestAuthority(name: string): Promise<TestAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'));
  const path = (file: string) => join(folder, file);
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  writeFileSync(path('ca.cnf'), CONFIG);
  writeFileSync(path('index.txt'), '');
  writeFileSync(path('serial'), '1000');
  const newKey = ['-newkey', 'rsa:2048', '-nodes'];
  await openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '3650', '-subj', name);
  let count = 0;
  const revoked = new Set<string>();

  return {
    caPem: readFileSync(path('ca.pem'), 'utf8'),
    caPath: path('ca.pem'),
    async issue({ commonName, altNames, from = fromNow(-1), to = fromNow(1) }) {
      count += 1;
      const [keyPath, request, certPath] = [`${count}.key`, `${count}.csr`, `${count}.pem`].map(path) as [
        string,
        string,
        string,
      ];
      const names = altNames === undefined ? [] : ['-addext', `subjectAltName=${altNames}`];
      await openssl(
        'req',
        '-new',
        ...newKey,
        '-keyout',
        keyPath,
        '-out',
        request,
        '-subj',
        `/CN=${commonName}`,
        ...names,
      );
      const validity = ['-startdate', moment(from), '-enddate', moment(to)];
      await openssl('ca', '-batch', '-notext', '-config', 'ca.cnf', ...validity, '-in', request, '-out', certPath);
      return { cert: readFileSync(certPath, 'utf8'), key: readFileSync(keyPath, 'utf8'), certPath, keyPath };
    },
    async revoke({ certPath }) {
      if (!revoked.has(certPath)) await openssl('ca', '-config', 'ca.cnf', '-revoke', certPath);
      revoked.add(certPath);
      await openssl('ca', '-config', 'ca.cnf', '-gencrl', '-out', 'crl.pem');
      return path('crl.pem');
    },
    async pkcs12({ certPath, keyPath }, password) {
      const files = ['-inkey', keyPath, '-in', certPath, '-certfile', 'ca.pem', '-out', 'bundle.p12'];
      await openssl('pkcs12', '-export', ...files, '-passout', `pass:${password}`);
      return readFileSync(path('bundle.p12'));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A server of OpenSSL that demands a certificate and, unlike one of Node, says by an alert why it refuses it. */
export async function startOpensslServer(
  server: Issued,
  clients: TestAuthority,
  options: readonly string[] = [],
): Promise<{ port: number; close(): void }> {
  const demand = ['-Verify', '2', '-verify_return_error', '-CAfile', clients.caPath];
  const files = ['-cert', server.certPath, '-key', server.keyPath];
  const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', '-www', ...files, ...demand, ...options]);
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const [, found] = /ACCEPT \S*:(\d+)/.exec(said) ?? [];
      if (found) resolve(Number(found));
    });
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`openssl s_server ended with ${status}`)));
  });
  return { port, close: () => void child.kill('SIGKILL') };
}
