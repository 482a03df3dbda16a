import { protocol } from 'electron';
import { createPages, safetyHeaders } from '../core/hosting/pageFiles.ts';
import { isOwnPage, SCHEME } from './origin.ts';

/** Tells Chromium, before the app is ready, that our scheme is as safe and as strict as https. */
export function announceAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

const refusal = (status: number): Response => new Response(null, { status, headers: { ...safetyHeaders } });

/** Serves the renderer in `root` at las://app/: GET only, nothing outside the folder, a new nonce for every page. */
export function serveAppProtocol(root: string): void {
  const pages = createPages(root, { connect: "'none'" });
  protocol.handle(SCHEME, async ({ method, url }) => {
    if (!isOwnPage(url)) return refusal(404);
    if (method !== 'GET') return refusal(405);
    const file = await pages(new URL(url).pathname);
    return file ? new Response(file.body, { status: 200, headers: file.headers }) : refusal(404);
  });
}
