import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

/** A private key and its certificate, as files in PEM. */
export interface OpensslIdentity {
  key: string;
  certificate: string;
}

export type KeyKind = 'RSA' | 'P-256' | 'P-384';

interface IssueOptions {
  /** RSA of 2048 bits when left out. */
  key?: KeyKind;
  /** A year ago and a year from now by the machine's clock when left out. */
  from?: Date;
  to?: Date;
  /** May sign others. */
  ca?: boolean;
}

interface ExportOptions {
  password: string;
  /** What goes with it, in any order. */
  others?: readonly string[];
  /** Encodings: `-legacy`, `-keypbe X`, `-macalg X`. */
  flags?: readonly string[];
}

const keyOptions: Record<KeyKind, string[]> = {
  RSA: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'P-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'P-384': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
};

const config = `[ca]
default_ca = the_ca
[the_ca]
database = index.txt
new_certs_dir = .
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
[any]
commonName = supplied
[school]
basicConstraints = CA:false
extendedKeyUsage = clientAuth
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
`;

/** A moment as OpenSSL takes it: 20091102080000Z. */
const moment = (at: Date) => at.toISOString().replaceAll(/[-:T]|\.\d+/g, '');

/** Certificates and PKCS#12 files by the real `openssl`, in a folder of their own. */
export class OpensslFiles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'openssl-'));
  #count = 0;

  constructor() {
    writeFileSync(join(this.#folder, 'ca.cnf'), config);
    writeFileSync(join(this.#folder, 'index.txt'), '');
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs openssl in the folder. @throws Error with what it said */
  run(...args: string[]): Buffer {
    return execFileSync('openssl', args, { cwd: this.#folder, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  #path(name: string): string {
    this.#count += 1;
    return join(this.#folder, `${this.#count}-${name}`);
  }

  /** A certificate for `name`, signed by `issuer`. */
  issue(issuer: OpensslIdentity, name: string, options: IssueOptions = {}): OpensslIdentity {
    const now = Date.now();
    const {
      key: kind = 'RSA',
      from = new Date(now - 365 * DAY_MS),
      to = new Date(now + 365 * DAY_MS),
      ca = false,
    } = options;
    const [key, request, certificate] = [
      this.#path('key.pem'),
      this.#path('request.pem'),
      this.#path('certificate.pem'),
    ];
    this.run('genpkey', ...keyOptions[kind], '-out', key);
    this.run('req', '-new', '-key', key, '-subj', `/CN=${name}`, '-out', request);
    const validity = ['-startdate', moment(from), '-enddate', moment(to)];
    const signing = ['-cert', issuer.certificate, '-keyfile', issuer.key, '-extensions', ca ? 'authority' : 'school'];
    this.run(
      'ca',
      '-batch',
      '-notext',
      '-config',
      'ca.cnf',
      ...validity,
      ...signing,
      '-in',
      request,
      '-out',
      certificate,
    );
    return { key, certificate };
  }

  /** A PKCS#12 file with the key and certificate of `own` and what goes with it. */
  pkcs12(own: OpensslIdentity, { password, others = [], flags = [] }: ExportOptions): Buffer {
    const [certificates, file] = [this.#path('all.pem'), this.#path('all.p12')];
    writeFileSync(certificates, [...others, own.certificate].map((path) => readFileSync(path, 'utf8')).join(''));
    const input = ['-inkey', own.key, '-in', certificates, '-out', file, '-passout', `pass:${password}`];
    this.run('pkcs12', '-export', ...input, ...flags);
    return readFileSync(file);
  }

  /** A certificate that signs itself, for thirty days. */
  selfSigned(name: string): OpensslIdentity {
    const [key, certificate] = [this.#path('key.pem'), this.#path('certificate.pem')];
    this.run(
      'req',
      '-x509',
      '-nodes',
      '-newkey',
      'rsa:2048',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      key,
      '-out',
      certificate,
    );
    return { key, certificate };
  }
}
