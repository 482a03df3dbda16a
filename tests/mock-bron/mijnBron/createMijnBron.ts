import { today, type Clock } from '../../../shared/domain/clock.ts';
import type { Random } from '../random.ts';
import type { Register } from '../register/database.ts';
import type { Letters } from '../register/letters.ts';
import type { Meta } from '../register/meta.ts';
import type { Brin } from '../registers/brin.ts';
import type { Holidays } from '../registers/holidays.ts';
import { createCalendar } from './calendar.ts';
import type { CountedParts } from './counted.ts';
import { createCountings } from './countings.ts';
import { createCore } from './core.ts';
import type { MijnBron } from './mijnBron.ts';
import type { Organisation } from './organisation.ts';
import { createOrganisationSide } from './organisationSide.ts';
import type { SmtpServer } from './post/mail.ts';
import { createOutbox } from './post/outbox.ts';
import { createSchoolSide } from './schoolSide.ts';

interface MijnBronParts extends Omit<CountedParts, 'brin'> {
  register: Register;
  meta: Meta;
  brin: Brin;
  clock: Clock;
  random: Random;
  seed: string | undefined;
  letters: Letters;
  holidays: Holidays;
  /** Where letters and mails are laid down. */
  folder: string;
  smtp: SmtpServer | undefined;
  /** Has BRON process what has come in. */
  process: () => void;
  closeInBrin: (brinnummer: string, on: string) => void;
  onError: (error: unknown) => void;
}

/** Werkdagen between an exchange and the GTB, unless the tester says otherwise (at most seven: Stappenplan step 12). */
const DELAY = 3;

/** Mijn BRON with the organisatie BRON behind it. */
export function createMijnBron(parts: MijnBronParts) {
  const { meta, clock } = parts;
  const core = createCore(parts);
  const outbox = createOutbox({ ...core, folder: parts.folder, smtp: parts.smtp, onError: parts.onError });
  const calendar = createCalendar({
    ...core,
    letters: parts.letters,
    lastReactie: (brinnummer) => core.reacties.list(brinnummer)[0],
  });
  const delay = () => Number(meta.get('gtb-delay') ?? DELAY);
  const countings = createCountings(core, parts, delay);
  const advanceAll = parts.register.transaction(() => {
    for (const aansluiting of core.aansluitingen.list()) {
      countings.run(aansluiting);
      calendar(aansluiting);
    }
  });

  let lastDay: string | undefined;
  function run(): void {
    parts.process();
    advanceAll.immediate();
    lastDay = today(clock);
    void outbox.run();
  }

  const mijnBron: MijnBron = createSchoolSide(core, run);
  const organisation: Organisation = createOrganisationSide({
    core,
    schoolSide: mijnBron,
    run,
    seed: parts.seed,
    closeInBrin: parts.closeInBrin,
    giveCfi: countings.giveCfi,
    delay: {
      delay,
      setDelay: (werkdagen) => {
        meta.set('gtb-delay', String(werkdagen));
      },
    },
  });

  return {
    mijnBron,
    organisation,
    /** Does what is due when a day has begun; asked every second. */
    tick: () => {
      if (lastDay !== today(clock)) run();
    },
    /** Waits until what was sent lies in the folder. */
    settled: () => outbox.run(),
  };
}
