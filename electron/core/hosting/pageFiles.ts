import { randomBytes } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, resolve, sep, isAbsolute } from 'node:path';

/** A file of the renderer with the headers it is served with. */
export interface PageFile {
  headers: Record<string, string>;
  body: Buffer<ArrayBuffer>;
}

export interface PageOptions {
  /** Whether pages may talk to the place they came from: the web host's API needs it, Electron does not. */
  connect: "'self'" | "'none'";
  /** Address of a script that runs before the page's own: the preload of the web host. */
  firstScript?: string;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const NONCE_PLACEHOLDER = /__CSP_NONCE__/g;

/** What every response of a host carries, pages and others. */
export const safetyHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
};

/** The Content Security Policy of a page whose styles carry `nonce`. */
export const contentSecurityPolicy = (nonce: string, connect: PageOptions['connect']): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${connect}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The absolute path inside `root` that a path of a URL names, or undefined when it is none or lies outside. */
export function pathInside(root: string, urlPath: string): string | undefined {
  let decoded;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  // A backslash or a colon means something else on Windows than here; no file of ours has one.
  if (!decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return undefined;
  const path = resolve(join(root, decoded));
  const below = relative(resolve(root), path);
  return below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) ? undefined : path;
}

async function readInside(
  root: string,
  urlPath: string,
): Promise<{ path: string; bytes: Buffer<ArrayBuffer> } | undefined> {
  const path = pathInside(root, urlPath);
  if (!path || !types[extname(path)]) return undefined;
  try {
    // A link inside the folder must not lead out of it.
    const real = await realpath(path);
    const below = relative(await realpath(root), real);
    if (below.startsWith('..') || isAbsolute(below) || !(await stat(real)).isFile()) return undefined;
    return { path, bytes: await readFile(real) };
  } catch {
    return undefined;
  }
}

/** Serves the built renderer in `root`: gives the file that a URL's path names, or undefined when there is none. */
export function createPages(
  root: string,
  { connect, firstScript }: PageOptions,
): (urlPath: string) => Promise<PageFile | undefined> {
  return async (urlPath) => {
    const found = await readInside(root, urlPath === '/' ? '/index.html' : urlPath);
    if (!found) return undefined;
    const extension = extname(found.path);
    const nonce = randomBytes(18).toString('base64url');
    const headers = {
      ...safetyHeaders,
      'content-type': types[extension] ?? '',
      'content-security-policy': contentSecurityPolicy(nonce, connect),
    };
    if (extension !== '.html') return { headers, body: found.bytes };
    const script = firstScript ? `<head><script src="${firstScript}"></script>` : '<head>';
    const html = found.bytes.toString('utf8').replace(NONCE_PLACEHOLDER, nonce).replace('<head>', script);
    return { headers, body: Buffer.from(html, 'utf8') };
  };
}
