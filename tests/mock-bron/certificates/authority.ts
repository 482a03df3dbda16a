import { generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import forge from 'node-forge';
import type { Clock } from '../../../shared/domain/clock.ts';
import { signCrl, type Revocation } from './crl.ts';

/** The CA that signs certificates of schools and of the mock itself (PvE 6.2; the mark TEST is ours). */
export const CA_NAME = 'IB-Groep Onderwijs Services CA Extern (TEST)';

/** A private key and its certificate, both PEM. */
export interface Identity {
  key: string;
  cert: string;
}

/** What a new certificate says besides its key. */
interface Request {
  commonName: string;
  key: string;
  notBefore: Date;
  notAfter: Date;
  extensions: object[];
  /** Signs itself when left out. */
  issuer?: Identity;
}

const makeKeyPair = promisify(generateKeyPair);
const YEAR = 366 * 86_400_000;
const MARGIN_BEFORE = 10 * YEAR;
const CA_YEARS = 20 * YEAR;
/** Life of the certificate of a school: 3 years (assumed; the PvE names none). */
const CLIENT_YEARS = 3 * YEAR;

/** A new RSA key of 2048 bits as PEM. Made by OpenSSL: node-forge would take seconds. */
export async function newKey(): Promise<string> {
  const { privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}

const whole = (instant: number) => new Date(Math.floor(instant / 1000) * 1000);

/** TLS judges by the machine's clock and the register by the mock's: a certificate is valid under both. */
function validity(clock: Clock, machineNow: () => number, after: number): { notBefore: Date; notAfter: Date } {
  const [mock, machine] = [clock.now().getTime(), machineNow()];
  return {
    notBefore: whole(Math.min(mock, machine) - MARGIN_BEFORE),
    notAfter: whole(Math.max(mock, machine) + after),
  };
}

function sign(request: Request): string {
  const key = forge.pki.privateKeyFromPem(request.key);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  // A serial number is positive: the first byte stays below 0x80.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = request.notBefore;
  certificate.validity.notAfter = request.notAfter;
  const subject = [
    { name: 'countryName', value: 'NL' },
    { name: 'organizationName', value: 'Oefen-BRON (fictief)' },
    { name: 'commonName', value: request.commonName },
  ];
  const issuer = request.issuer;
  certificate.setSubject(subject);
  certificate.setIssuer(issuer ? forge.pki.certificateFromPem(issuer.cert).subject.attributes : subject);
  certificate.setExtensions([...request.extensions, { name: 'subjectKeyIdentifier' }]);
  certificate.sign(issuer ? forge.pki.privateKeyFromPem(issuer.key) : key, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.includes(':');

/** Whether the certificate names every host and is valid at both clocks, with a month to spare. */
function stillFits(cert: string, hosts: readonly string[], clock: Clock, machineNow: () => number): boolean {
  const certificate = forge.pki.certificateFromPem(cert);
  const named = certificate.getExtension('subjectAltName') as { altNames?: { ip?: string; value: string }[] } | null;
  const names = new Set(named?.altNames?.map(({ ip, value }) => ip ?? value));
  const [mock, machine] = [clock.now().getTime(), machineNow()];
  const { notBefore, notAfter } = certificate.validity;
  return (
    hosts.every((host) => names.has(host) || host === '::1') &&
    notBefore.getTime() <= Math.min(mock, machine) &&
    notAfter.getTime() >= Math.max(mock, machine) + YEAR / 12
  );
}

function read(folder: string, name: string): Identity | undefined {
  const [key, cert] = [join(folder, `${name}-key.pem`), join(folder, `${name}.pem`)];
  if (!existsSync(key) || !existsSync(cert)) return undefined;
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

function write(folder: string, name: string, identity: Identity): Identity {
  writeFileSync(join(folder, `${name}-key.pem`), identity.key, { mode: 0o600 });
  writeFileSync(join(folder, `${name}.pem`), identity.cert);
  return identity;
}

export interface Authority {
  caPem: string;
  /** Path of the CA certificate. */
  caPath: string;
  server: Identity;
  /** A certificate for an aanleverpunt as PKCS#12 with the chain, AES-256, protected by `password`. */
  issueClient(holder: string, password: string): Promise<IssuedCertificate>;
  /** The list of revoked certificates as PEM; it stands in `crl.pem` beside the CA too. */
  writeCrl(revocations: readonly Revocation[]): string;
}

export interface IssuedCertificate {
  pkcs12: Buffer;
  serial: string;
  notAfter: Date;
}

/** Opens the CA of the data folder, or makes one; the server certificate names `hosts`. */
export async function openAuthority(
  folder: string,
  hosts: readonly string[],
  clock: Clock,
  machineNow: () => number,
): Promise<Authority> {
  mkdirSync(folder, { recursive: true });
  const ca = read(folder, 'ca') ?? write(folder, 'ca', await newAuthority(clock, machineNow));
  const known = read(folder, 'server');
  const server =
    known && stillFits(known.cert, hosts, clock, machineNow)
      ? known
      : write(folder, 'server', await newServer(ca, hosts, clock, machineNow));
  return {
    caPem: ca.cert,
    caPath: join(folder, 'ca.pem'),
    server,
    issueClient: async (holder, password) => issueClient(ca, holder, password, clock, machineNow),
    writeCrl: (revocations) => {
      const { notBefore, notAfter } = forge.pki.certificateFromPem(ca.cert).validity;
      const crl = signCrl(ca, revocations, { notBefore, notAfter, number: revocations.length + 1 });
      writeFileSync(join(folder, 'crl.pem'), crl);
      return crl;
    },
  };
}

async function newAuthority(clock: Clock, machineNow: () => number): Promise<Identity> {
  const key = await newKey();
  const cert = sign({
    commonName: CA_NAME,
    key,
    ...validity(clock, machineNow, CA_YEARS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key, cert };
}

async function newServer(
  ca: Identity,
  hosts: readonly string[],
  clock: Clock,
  machineNow: () => number,
): Promise<Identity> {
  const key = await newKey();
  const altNames = hosts.map((host) => (isAddress(host) ? { type: 7, ip: host } : { type: 2, value: host }));
  const cert = sign({
    commonName: hosts[0] ?? 'localhost',
    key,
    ...validity(clock, machineNow, CLIENT_YEARS),
    issuer: ca,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { key, cert };
}

async function issueClient(
  ca: Identity,
  holder: string,
  password: string,
  clock: Clock,
  machineNow: () => number,
): Promise<IssuedCertificate> {
  const key = await newKey();
  const cert = sign({
    commonName: holder,
    key,
    ...validity(clock, machineNow, CLIENT_YEARS),
    issuer: ca,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', clientAuth: true },
    ],
  });
  const certificate = forge.pki.certificateFromPem(cert);
  const asn1 = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(key),
    [certificate, forge.pki.certificateFromPem(ca.cert)],
    password,
    { algorithm: 'aes256', friendlyName: holder },
  );
  return {
    pkcs12: Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary'),
    serial: certificate.serialNumber,
    notAfter: certificate.validity.notAfter,
  };
}
