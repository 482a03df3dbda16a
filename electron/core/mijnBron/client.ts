import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import { vergelijkingsoverzicht, type Vergelijkingsoverzicht } from '../../../shared/mijnBron/comparison.ts';
import { contactgegevens, type Contactgegevens } from '../../../shared/mijnBron/contact.ts';
import { mijnBronDocument, type MijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import { gtb, gtbLine, type Gtb } from '../../../shared/mijnBron/gtb.ts';
import { reportedAantallen, type Aantallen } from '../../../shared/mijnBron/numbers.ts';
import { voortgang, type Voortgang } from '../../../shared/mijnBron/progress.ts';
import { receivedReactie, type Reactie } from '../../../shared/mijnBron/reactie.ts';
import type { Administration } from '../context.ts';
import { openLine, type LineOptions } from '../exchange/line.ts';
import type { BronRequest, BronServer, BronTransport } from '../exchange/transport.ts';

type Line = BronServer & Pick<BronTransport, 'failed' | 'close'>;

const NO_CONTENT = 204;
const NOT_FOUND = 404;
const NO_OVERVIEW = 'no-overview';
const NOT_GEMACHTIGDE = 'not-gemachtigde';

/** What Mijn BRON answers when it does not do what is asked: a code, and a Dutch sentence. */
const refusal = z.looseObject({ fout: z.string(), tekst: z.string().max(1000) });

/** The machine interface of Mijn BRON, behind the certificate of the aanleverpunt. Each may throw what {@link send} throws. */
export interface MijnBronClient {
  contact(): Promise<Contactgegevens>;
  saveContact(next: Contactgegevens): Promise<Contactgegevens>;
  /** Newest first. */
  aantallen(): Promise<z.infer<typeof reportedAantallen>[]>;
  reportAantallen(reported: Aantallen): Promise<z.infer<typeof reportedAantallen>>;
  /** Newest first. */
  documenten(): Promise<MijnBronDocument[]>;
  voortgang(): Promise<Voortgang>;
  gtbs(): Promise<z.infer<typeof gtbLine>[]>;
  gtb(kenmerk: string): Promise<Gtb>;
  /** Undefined when there is none. */
  vergelijkingsoverzicht(): Promise<Vergelijkingsoverzicht | undefined>;
  giveReactie(reactie: Reactie): Promise<z.infer<typeof receivedReactie>>;
  /** Ends all connections. */
  close(): void;
}

/** Mijn BRON refused, with its own code. */
class Refused extends LasError {
  readonly fout: string;
  constructor({ fout, tekst }: z.infer<typeof refusal>) {
    super('mijn-bron-refused', { text: tekst });
    this.fout = fout;
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/**
 * Asks Mijn BRON something and gives what it answers; undefined: it has nothing.
 * @throws LasError mijn-bron-refused (with the sentence of Mijn BRON), mijn-bron-absent, mijn-bron-unreadable; TransportError
 */
async function send<T extends z.ZodType>(
  line: Line,
  { method, path, body }: Pick<BronRequest, 'method' | 'path'> & { body?: unknown },
  shape: T,
): Promise<z.output<T> | undefined> {
  const answer = await line.send({
    method,
    path: `/MIJNBRON/v1/${path}`,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    accepts: (status) => status < 300 || (status >= 400 && status < 500),
  });
  if (answer.status === NO_CONTENT) return undefined;
  const value = parsed(answer.body);
  if (answer.status >= 400) {
    const refused = refusal.safeParse(value);
    if (refused.success) throw new Refused(refused.data);
    if (answer.status === NOT_FOUND) throw new LasError('mijn-bron-absent');
    throw line.failed('endpoint-not-bron', { status: answer.status });
  }
  const { data, success } = shape.safeParse(value);
  if (!success) throw new LasError('mijn-bron-unreadable');
  return data;
}

/** A client that asks over a line to BRON. */
function createMijnBronClient(line: Line): MijnBronClient {
  async function ask<T extends z.ZodType>(
    method: BronRequest['method'],
    path: string,
    shape: T,
    body?: unknown,
  ): Promise<z.output<T>> {
    const found = await send(line, { method, path, body }, shape);
    if (found === undefined) throw new LasError('mijn-bron-unreadable');
    return found;
  }
  return {
    contact: () => ask('GET', 'contactgegevens', contactgegevens),
    saveContact: (next) => ask('PUT', 'contactgegevens', contactgegevens, next),
    aantallen: () => ask('GET', 'aantallen', z.array(reportedAantallen)),
    reportAantallen: (reported) => ask('POST', 'aantallen', reportedAantallen, reported),
    documenten: () => ask('GET', 'documenten', z.array(mijnBronDocument)),
    voortgang: () => ask('GET', 'voortgang', voortgang),
    gtbs: () => ask('GET', 'gtb', z.array(gtbLine)),
    gtb: (kenmerk) => ask('GET', `gtb/${encodeURIComponent(kenmerk)}`, gtb),
    async vergelijkingsoverzicht() {
      try {
        return await send(line, { method: 'GET', path: 'vergelijkingsoverzicht' }, vergelijkingsoverzicht);
      } catch (error) {
        if (error instanceof Refused && error.fout === NO_OVERVIEW) return undefined;
        throw error;
      }
    },
    async giveReactie(reactie) {
      try {
        return await ask('POST', 'reactie', receivedReactie, reactie);
      } catch (error) {
        // By certificate nobody logs in: it is the name that Mijn BRON does not know.
        if (error instanceof Refused && error.fout === NOT_GEMACHTIGDE) throw new LasError('reactie-other-gemachtigde');
        throw error;
      }
    },
    close: () => line.close(),
  };
}

/**
 * Asks Mijn BRON by the settings and the certificate of this administration; the connections end afterwards.
 * @throws LasError as {@link openLine} and {@link MijnBronClient}
 */
export async function withMijnBron<T>(
  administration: Administration,
  options: LineOptions,
  work: (client: MijnBronClient) => Promise<T>,
): Promise<T> {
  const client = createMijnBronClient(await openLine(administration, options));
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
