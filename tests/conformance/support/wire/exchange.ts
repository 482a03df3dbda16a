import { messages, type Message, type MessageNumber } from '../../../../shared/pve/berichten/messages.ts';
import { createSchemaValidator } from '../../../../shared/pve/berichten/schema.ts';
import {
  decodeMessage,
  encodeEnvelope,
  EnvelopeError,
  readEnvelope,
  SoapFault,
  type Header,
} from '../../../../shared/pve/berichten/soap.ts';
import type { Edition, Voorkomen } from '../../../../shared/pve/gegevensset/types.ts';
import { createTestSchool } from '../../../mock-bron/testing/client.ts';
import type { MockBron } from '../../../mock-bron/server.ts';
import { readSchemas } from '../schemas.ts';
import { createTraffic, type Traffic } from './traffic.ts';

/** A message that came back. */
export interface Returned {
  nr: MessageNumber;
  content: Voorkomen;
}

/** Schools that exchange with the mock over mutual TLS, and an account of what went over the wire. */
export interface Exchange {
  traffic: Traffic;
  /** The header of the school that sends now. */
  header(): Header;
  /** From now on this school sends, under a certificate of its own. */
  use(brinnummer: string): Promise<void>;
  nextId(): string;
  /** Sends a message and gives what is answered on the same connection. */
  send<N extends MessageNumber>(nr: N, message: Message<N>): Promise<Returned>;
  /** Sends these bytes; gives the HTTP status and, where it is one, the message that is answered. */
  sendXml(xml: string): Promise<{ status: number; returned?: Returned }>;
  /** Fetches terugkoppelingen with bericht 6 until nothing new comes, or until each of these ids was answered. */
  collect(ids?: ReadonlySet<string>): Promise<Returned[]>;
  close(): void;
}

/** A gegeven as text; empty where there is none. */
export const textOf = (value: Voorkomen[string]): string => (typeof value === 'string' ? value : '');

/** The messages inside a bericht 7. */
const unpacked = ({ content }: Returned): Returned[] =>
  messages[7].groups.flatMap((group) => {
    const entry = Object.entries(messages).find(([, message]) => message === group);
    const list = content[group.key];
    return entry && Array.isArray(list)
      ? list.map((item) => ({ nr: Number(entry[0]) as MessageNumber, content: item }))
      : [];
  });

/** The exchange of a school; others can take its place. */
export async function createExchange(mock: MockBron, brinnummer: string, edition: Edition): Promise<Exchange> {
  let school = await createTestSchool(mock, brinnummer);
  const schools = new Map([[brinnummer, school]]);
  const schema = await createSchemaValidator(
    Object.fromEntries(Object.entries(readSchemas()).filter(([name]) => name.endsWith('.xsd'))),
  );
  const traffic = createTraffic(edition);
  let counter = 0;
  // Cases name ids of digits only.
  const nextId = () => `C${String(++counter).padStart(15, '0')}`;

  /** Reads a message that went over the wire, and keeps account of it. */
  function read(xml: string): Returned | undefined {
    try {
      const { nr, node } = readEnvelope(xml);
      const returned = { nr, content: decodeMessage(nr, node) as Voorkomen };
      const problems = schema.validateBody(xml);
      if (problems.length > 0) traffic.invalid(nr, problems.map(({ message }) => message).join('; '));
      traffic.saw(nr, returned.content);
      return returned;
    } catch (error) {
      if (error instanceof EnvelopeError || error instanceof SoapFault) return undefined;
      throw error;
    }
  }

  async function sendXml(xml: string) {
    const { status, body } = await school.post(xml);
    const returned = read(body.toString('utf8'));
    const refused = returned?.content.signaal !== undefined;
    if (returned && !refused) read(xml);
    return { status, ...(returned ? { returned } : {}) };
  }

  const send: Exchange['send'] = async (nr, message) => {
    const { returned } = await sendXml(encodeEnvelope(nr, message, school.header));
    if (!returned) throw new Error(`no message came back to bericht ${nr}`);
    return returned;
  };

  return {
    traffic,
    header: () => school.header,
    use: async (other) => {
      school = schools.get(other) ?? (await createTestSchool(mock, other));
      schools.set(other, school);
    },
    nextId,
    send,
    sendXml,
    collect: async (ids) => {
      const found: Returned[] = [];
      const left = new Set(ids);
      for (;;) {
        const items = unpacked(await send(6, { berichtidentificatie: nextId() }));
        found.push(...items);
        for (const { content } of items) left.delete(textOf(content.berichtidentificatie));
        if (items.length === 0 || (ids && left.size === 0)) return found;
      }
    },
    close: () => {
      for (const each of schools.values()) each.close();
      schema.dispose();
    },
  };
}
