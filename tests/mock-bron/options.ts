import { parseArgs } from 'node:util';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { z } from 'zod';
import { faultIn } from './control/schemas.ts';
import { MomentError, parseMoment } from './dutchTime.ts';
import type { Fault } from './faults.ts';
import type { Load } from './load.ts';
import type { SmtpServer } from './mijnBron/post/mail.ts';
import { defaultPolling, pollingMeasures, type Polling } from './polling.ts';
import type { Range } from './random.ts';

/** How a mock BRON is started. Everything but the data folder has a default. */
export interface MockOptions {
  /** Folder of the register, the CA and the certificates; made when it does not exist. */
  data: string;
  /** Where the web service and the site listen. Default 127.0.0.1. The control interface never leaves loopback. */
  host?: string;
  /** Ports; 0 (the default in tests) takes any free one. */
  port?: number;
  sitePort?: number;
  controlPort?: number;
  /** Where the clock of a new data folder begins; an existing folder runs on. Default: the machine's time. */
  date?: Date;
  /** Edition that judges every melding; left out, it follows from the date of delivery. */
  edition?: Edition;
  /** Editions for some: by BRIN, or BRIN and aanleverpunt. */
  editions?: Readonly<Record<string, Edition>>;
  /** How often may be asked for terugkoppelingen, and what is done about it; left out: as in PvE 6.2. */
  polling?: Partial<Polling>;
  /** Makes passwords and numbers that are given out the same in every run. */
  seed?: string;
  /** Files of the BRP; default the RvIG test persons. */
  brp?: readonly string[];
  /** File of the BRIN register; default the fictional schools. */
  brin?: string;
  /** File with one postcode a line. Without it only the form of a postcode is judged. */
  postcodes?: string;
  /** File with the elementcodes of the VO. Without it only the form of an elementcode is judged. */
  elementcodes?: string;
  /** File with school holidays per region; default the prescribed ones. */
  holidays?: string;
  /** Mail server that takes the mails; left out: they lie as `.eml` in the data folder. */
  smtp?: SmtpServer;
  /** How busy it is; by default it answers and processes at once. */
  load?: Load;
  /** Faults from the start. */
  faults?: readonly Fault[];
  /** Days of the mock's clock between two controls of dubbele inschrijvingen and cleanings; 0 (the default in tests): only when asked for. */
  periodDays?: number;
  /** The bewaartermijn, in years. */
  retentionYears?: number;
  /** Largest bericht 7 in bytes (reading R21). Default 1 MiB. */
  bundleBytes?: number;
}

/** Thrown for a command line that cannot be understood; the message says what is wrong. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const usage = `Usage: npm run -s mock-bron -- --data DIR [options]
       npm run -s mock-bron -- [options] -- COMMAND [arguments]

  --data DIR               folder of the register, the CA and the certificates (made when missing)
  --host HOST              where the web service and the site listen      (127.0.0.1)
  --port N                 web service POKANAAL, mutual TLS               (6914)
  --site-port N            site with the certificate, HTTPS               (8443)
  --control-port N         control interface, HTTP on 127.0.0.1 only      (8600)
  --date MOMENT            start of the clock of a new data folder        (now)
                           yyyy-mm-dd or yyyy-mm-ddThh:mm, Dutch time
  --edition EDITION        2014-12 or 2015-11                             (by the date of delivery)
                           also 99ZZ=EDITION for a school, 99ZZ01=… for an aanleverpunt
  --seed TEXT              the same passwords and numbers in every run    (none)
  --brp FILE               persons, JSON; may be given more than once     (RvIG test persons)
  --brin FILE              schools, JSON                                  (fictional schools)
  --postcodes FILE         existing postcodes, one a line                 (only the form is judged)
  --elementcodes FILE      elementcodes of the VO with leerjaren, JSON    (only the form is judged)
  --holidays FILE          school holidays per region, JSON               (the prescribed ones)
  --smtp HOST:PORT         mail server that takes the mails               (.eml in DIR/post)
  --processing-seconds N   between acceptance and processing              (0)
                           FROM-TO draws for each: out of order
  --answer-ms N            real time that an answer takes; FROM-TO draws  (0)
  --at-once N              messages handled at once, the others wait      (no limit)
  --queue N                messages that may wait, the others get 503     (no limit)
  --fault FAULT            may be given more than once                    (none)
                           KIND,nr=3,chance=0.1,times=5 and so on
  --poll-pause MINUTES     after an empty bericht 7                       (30)
  --poll-measure MEASURE   about asking within it: empty, longer or busy  (empty)
  --period-days N          between two controls of dubbele inschrijvingen (30)
                           and cleanings, by the mock's clock; 0: only when asked for
  --retention-years N      what is older, a cleaning removes              (5)
  --bundle-bytes N         largest answer to a verzoek terugkoppeling     (1048576)

Or, in its place:
  --list-signalen          every signaal and how to have it come back; with --json,
                           --edition EDITION, or --write DIR for messages that break each row

A port of 0 takes any free port. The first line on stdout is JSON with the addresses.

With a COMMAND the mock lives as long as that, and ends with its exit code. The addresses are in its environment, as
MOCK_BRON_SOAP, MOCK_BRON_SITE, MOCK_BRON_CONTROL and MOCK_BRON_CA; ports are any free ones and the folder is a temporary
one, unless they are given.`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/** Settings of a fault that are text, whatever they look like. */
const textSettings: ReadonlySet<string> = new Set(['brinnummer', 'aanleverpunt', 'seed']);

function whole(name: string, value: string | undefined, fallback: number, max: number): number {
  if (value === undefined) return fallback;
  if (!/^\d{1,10}$/.test(value) || Number(value) > max) {
    throw new UsageError(`--${name} takes a whole number from 0 to ${max}`);
  }
  return Number(value);
}

/** `N` or `FROM-TO`. */
function range(name: string, value: string | undefined, max: number): Range | undefined {
  if (value === undefined) return undefined;
  const [from, to = from, ...more] = value.split('-');
  if (more.length > 0) throw new UsageError(`--${name} takes N or FROM-TO`);
  const drawn = { from: whole(name, from, 0, max), to: whole(name, to, 0, max) };
  if (drawn.to < drawn.from) throw new UsageError(`--${name} takes N or FROM-TO, TO not below FROM`);
  return drawn;
}

/** `KIND,name=value,…` with the names of the control interface. */
function fault(text: string): Fault {
  const [kind, ...settings] = text.split(',');
  const pairs = settings.map((setting) => {
    const [name = '', value = ''] = setting.split('=');
    const isNumber = /^\d+(\.\d+)?$/.test(value) && !textSettings.has(name);
    return [name, isNumber ? Number(value) : value] as const;
  });
  const parsed = faultIn.safeParse({ ...Object.fromEntries(pairs), kind });
  if (!parsed.success) throw new UsageError(`--fault ${text}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        data: text,
        host: text,
        port: text,
        'site-port': text,
        'control-port': text,
        date: text,
        edition: texts,
        'poll-pause': text,
        'poll-measure': text,
        seed: text,
        brp: texts,
        brin: text,
        postcodes: text,
        elementcodes: text,
        holidays: text,
        smtp: text,
        'processing-seconds': text,
        'bundle-bytes': text,
        'period-days': text,
        'retention-years': text,
        'answer-ms': text,
        'at-once': text,
        queue: text,
        fault: texts,
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unknown flag');
  }
}

function moment(value: string): Date {
  try {
    return parseMoment(value);
  } catch (error) {
    if (error instanceof MomentError) throw new UsageError('--date takes yyyy-mm-dd or yyyy-mm-ddThh:mm');
    throw error;
  }
}

const filled = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** `EDITION` for all, `99ZZ=EDITION` for a school, `99ZZ01=EDITION` for an aanleverpunt. */
function editionsOf(choices: readonly string[]): Pick<MockOptions, 'edition' | 'editions'> {
  const pairs = choices.map((choice) => {
    const [, holder = '', edition] = /^(?:(\d{2}[A-Z]{2}(?:[0-9A-Za-z]{2})?)=)?(2014-12|2015-11)$/.exec(choice) ?? [];
    if (edition === undefined)
      throw new UsageError('--edition takes 2014-12 or 2015-11, or BRIN=2015-11 for one school');
    return [holder, edition as Edition] as const;
  });
  const { '': every, ...editions } = Object.fromEntries(pairs);
  return { ...(every ? { edition: every } : {}), editions };
}

function pollingOf(values: ReturnType<typeof parse>): Polling {
  const wanted = values['poll-measure'] ?? defaultPolling.measure;
  const measure = pollingMeasures.find((name) => name === wanted);
  if (!measure) throw new UsageError(`--poll-measure takes ${pollingMeasures.join(', ')}`);
  return { pauseMinutes: whole('poll-pause', values['poll-pause'], defaultPolling.pauseMinutes, 100_000), measure };
}

function loadOf(values: ReturnType<typeof parse>): Load {
  const optional = (name: 'at-once' | 'queue', least: number) => {
    const value = values[name];
    if (value === undefined) return undefined;
    const number = whole(name, value, 0, 10_000);
    if (number < least) throw new UsageError(`--${name} takes a whole number from ${least}`);
    return number;
  };
  return filled({
    answerMs: range('answer-ms', values['answer-ms'], 10 ** 7),
    atOnce: optional('at-once', 1),
    queue: optional('queue', 0),
    processingSeconds: range('processing-seconds', values['processing-seconds'], 10 ** 9),
  });
}

function smtpServer(value: string): SmtpServer {
  const [, host, port = ''] = /^(.+):(\d{1,5})$/.exec(value) ?? [];
  if (host === undefined) throw new UsageError('--smtp takes HOST:PORT');
  return { host, port: whole('smtp', port, 25, 65_535) };
}

/** Reads the command line. Gives undefined for --help. @throws UsageError */
export function parseOptions(args: readonly string[]): MockOptions | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  if (!values.data) throw new UsageError('--data DIR is missing');
  const bundleBytes = whole('bundle-bytes', values['bundle-bytes'], 1024 * 1024, 2 ** 30);
  return {
    data: values.data,
    host: values.host ?? '127.0.0.1',
    port: whole('port', values.port, 6914, 65_535),
    sitePort: whole('site-port', values['site-port'], 8443, 65_535),
    controlPort: whole('control-port', values['control-port'], 8600, 65_535),
    bundleBytes,
    periodDays: whole('period-days', values['period-days'], 30, 3660),
    retentionYears: whole('retention-years', values['retention-years'], 5, 100),
    polling: pollingOf(values),
    load: loadOf(values),
    faults: (values.fault ?? []).map(fault),
    ...editionsOf(values.edition ?? []),
    ...filled({
      date: values.date === undefined ? undefined : moment(values.date),
      seed: values.seed,
      brp: values.brp,
      brin: values.brin,
      postcodes: values.postcodes,
      elementcodes: values.elementcodes,
      holidays: values.holidays,
      smtp: values.smtp === undefined ? undefined : smtpServer(values.smtp),
    }),
  };
}
