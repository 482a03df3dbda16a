import { z } from 'zod';

const result = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.object({ message: z.string(), remedy: z.string() }) }),
]);

/**
 * Unlocks the administration through the web host, as a browser would: with an address that works once, and the cookie that
 * it gives. The window that is open then shows the guided card at once. @throws Error when the host or the core refuses
 */
export async function unlockThroughHost(url: string, password: string): Promise<void> {
  const page = await fetch(url, { redirect: 'manual' });
  await page.arrayBuffer();
  const [cookie = ''] = (page.headers.getSetCookie()[0] ?? '').split(';');
  const response = await fetch(new URL('/api/invoke', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-las': '1', cookie },
    body: JSON.stringify({ name: 'session.unlock', input: { password } }),
  });
  if (!response.ok) throw new Error(`the web host answered ${response.status}`);
  const answer = result.parse(await response.json());
  if (!answer.ok) throw new Error(`${answer.error.message} ${answer.error.remedy}`);
}
