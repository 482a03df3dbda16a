import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brand as shape, brandIssues, type Brand } from '../../shared/brand/brand.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ICO = Buffer.from([0, 0, 1, 0]);
const icons = [
  ['icon.png', PNG, 'a PNG of at least 256 by 256'],
  ['icon.ico', ICO, 'a Windows icon with 256 by 256 in it'],
] as const;

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
};

const isLarge = (file: string, bytes: Buffer): boolean =>
  file.endsWith('.png')
    ? bytes.length > 24 && bytes.readUInt32BE(16) >= 256 && bytes.readUInt32BE(20) >= 256
    : Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => bytes[6 + 16 * index]).includes(0);

function fileIssues(folder: string, { bron = {} }: Brand): string[] {
  const wrongIcons = icons.filter(([file, begin]) => {
    const bytes = existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : Buffer.alloc(0);
    return !bytes.subarray(0, begin.length).equals(begin) || !isLarge(file, bytes);
  });
  const cas = Object.values(bron).flatMap(({ ca }) => ca ?? []);
  const wrongCas = cas.filter((ca) => {
    const path = join(folder, ca);
    return !existsSync(path) || !isCertificate(readFileSync(path, 'utf8'));
  });
  return [
    ...wrongIcons.map(([file, , what]) => `${file}: ${what} must stand beside brand.json`),
    ...wrongCas.map((ca) => `${ca}: the certificate (PEM) of a certification authority must stand beside brand.json`),
  ];
}

/**
 * Reads the brand in `folder` and looks whether its files are there.
 * @throws Error that says of every fault where it is and what should stand there
 */
export function readBrand(folder: string): Brand {
  const path = join(folder, 'brand.json');
  if (!existsSync(path))
    throw new Error(`There is no brand.json in ${folder}. docs/vendor.md tells what stands in it.`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`);
  }
  const parsed = shape.safeParse(content);
  const issues = parsed.success ? fileIssues(folder, parsed.data) : brandIssues(parsed.error);
  if (!parsed.success || issues.length > 0) {
    throw new Error(`The brand in ${folder} cannot be used:\n${issues.map((issue) => `  ${issue}`).join('\n')}`);
  }
  return parsed.data;
}
