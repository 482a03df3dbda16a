import { Agent } from 'node:https';
import { https, type RawAnswer } from '../../mock-bron/testing/client.ts';

/** A page as a visitor has it. */
export interface SeenPage {
  status: number;
  headers: RawAnswer['headers'];
  /** Path of the page, after every redirect. */
  path: string;
  html: string;
  /** What a reader reads. */
  text: string;
}

const ENTITIES: readonly [string, string][] = [
  ['&#39;', "'"],
  ['&quot;', '"'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
];
/** Takes the markup away. */
export const readable = (html: string): string =>
  ENTITIES.reduce((text, [from, to]) => text.replaceAll(from, to), html.replaceAll(/<[^>]+>/g, ' ')).replaceAll(
    /\s+/g,
    ' ',
  );

/** Paths of the site that a page links to. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, path = '']) => path);

/** Somebody with a browser that keeps cookies, follows redirects and fills in forms, but knows no script. */
export interface Visitor {
  get(path: string): Promise<SeenPage>;
  /** Posts to a path with these fields and headers, as they are. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<SeenPage>;
  /** Opens a page, fills in the form that goes to `action` and sends it with all that stood in it. */
  submit(page: string, action: string, fields: Record<string, string>): Promise<SeenPage>;
  cookie(): string | undefined;
  /** Every Set-Cookie that came. */
  received: string[];
  close(): void;
}

/** The fields of a form as they stand on the page; what is not ticked is not sent. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action}"[^>]*>(.*?)</form>`, 's').exec(html)?.[1];
  if (form === undefined) throw new Error(`the page has no form that goes to ${action}`);
  const inputs = [...form.matchAll(/<input([^>]*)>/g)].map(([, attributes = '']) => {
    const attribute = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const chosen = !/type="(checkbox|radio)"/.test(attributes) || /\schecked/.test(attributes);
    return [attribute('name'), readable(attribute('value')), chosen] as const;
  });
  return Object.fromEntries(inputs.filter(([, , chosen]) => chosen).map(([name, value]) => [name, value]));
}

/** A visitor of a site whose certificate this CA signed. */
export function createVisitor(address: string, caPem: string): Visitor {
  const agent = new Agent({ ca: caPem, keepAlive: true });
  const received: string[] = [];
  let cookie: string | undefined;
  async function go(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<SeenPage> {
    const sent = { ...headers, ...(cookie === undefined ? {} : { Cookie: cookie }) };
    const answer = await https(new URL(path, address).href, { method, agent, headers: sent }, body);
    for (const line of answer.headers['set-cookie'] ?? []) {
      received.push(line);
      cookie = line.includes('Max-Age=0') ? undefined : line.split(';')[0];
    }
    const { location } = answer.headers;
    if (typeof location === 'string') return go('GET', location);
    const html = answer.body.toString('utf8');
    return { status: answer.status, headers: answer.headers, path, html, text: readable(html) };
  }
  const post: Visitor['post'] = (path, fields, headers = {}) =>
    go('POST', path, new URLSearchParams(fields).toString(), {
      'Content-Type': 'application/x-www-form-urlencoded',
      ...headers,
    });
  return {
    get: (path) => go('GET', path),
    post,
    submit: async (page, action, fields) => {
      const { html } = await go('GET', page);
      return post(action, { ...fieldsOf(html, action), ...fields });
    },
    cookie: () => cookie,
    received,
    close: () => agent.destroy(),
  };
}
