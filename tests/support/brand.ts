import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import forge from 'node-forge';

/** A brand.json in which everything is filled in. */
export const vendorBrand = {
  name: 'Leerlijn Kwadraat',
  appId: 'example.leverancier.leerlijn',
  publisher: ['Voorbeeld Onderwijs B.V.', 'Voorbeeld Onderwijs BV'],
  colour: '#7A1F5C',
  support: { page: 'https://hulp.leverancier.example/', telephone: '088 123 45 67' },
  update: { address: 'https://updates.leverancier.example/las/' },
  bron: {
    echt: { endpoint: 'https://bron.leverancier.example:6914/POKANAAL/' },
    oefen: { endpoint: 'https://oefen.leverancier.example:6914/POKANAAL/', ca: 'leverancier-ca.pem' },
  },
};

function authority(): string {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.validity.notBefore = new Date('2009-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2039-01-01T00:00:00Z');
  const name = [{ name: 'commonName', value: 'Oefen-CA van de leverancier' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: 'basicConstraints', cA: true }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

/** The largest picture in our own icon: a PNG of 256 by 256. */
function picture(): Buffer {
  const icon = readFileSync('resources/icons/icon.ico');
  const last = 6 + 16 * (icon.readUInt16LE(4) - 1);
  return icon.subarray(icon.readUInt32LE(last + 12));
}

function icoOf(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** Writes the folder of a vendor's brand; gives `folder`. */
export function writeBrand(folder: string, content: unknown = vendorBrand): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'brand.json'), typeof content === 'string' ? content : JSON.stringify(content));
  writeFileSync(join(folder, 'leverancier-ca.pem'), authority());
  writeFileSync(join(folder, 'icon.png'), picture());
  writeFileSync(join(folder, 'icon.ico'), icoOf(picture()));
  return folder;
}
