// Shows the screens with the fake bridge: `node tests/fakes/page.mts [port]` builds them and serves them on 127.0.0.1 under the
// Content Security Policy of the program. See bridge.ts for what the address can say.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outDir = join(root, 'node_modules/.cache/fake-page');
const install = join(root, 'tests/fakes/install.ts');
const port = Number(process.argv[2] ?? 8700);

await build({
  root: join(root, 'renderer'),
  configFile: false,
  logLevel: 'warn',
  plugins: [
    react(),
    {
      name: 'fake-bridge',
      enforce: 'pre',
      transform: (code, id) =>
        id.endsWith('/renderer/main.tsx') ? `import ${JSON.stringify(install)};\n${code}` : null,
    },
  ],
  build: { outDir, emptyOutDir: true, minify: false, chunkSizeWarningLimit: 10_000, assetsInlineLimit: 0 },
});

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = pathname === '/' ? '/index.html' : pathname;
  const nonce = randomBytes(16).toString('base64');
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'`,
  );
  try {
    const body = readFileSync(join(outDir, path));
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    response.end(path === '/index.html' ? body.toString('utf8').replace('__CSP_NONCE__', nonce) : body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`));
