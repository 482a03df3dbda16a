import { today, type Clock } from '../../../shared/domain/clock.ts';
import type { Contactgegevens } from '../../../shared/mijnBron/contact.ts';
import type { Voortgang } from '../../../shared/mijnBron/progress.ts';
import type { Random } from '../random.ts';
import type { Register } from '../register/database.ts';
import type { Brin, School } from '../registers/brin.ts';
import type { Holidays } from '../registers/holidays.ts';
import { createAansluitingen, type Aansluiting } from './aansluitingen.ts';
import { createCertificateDays } from './certificateDays.ts';
import { createComparisons } from './comparisons.ts';
import { createContacts, firstContact } from './contact.ts';
import { createDocuments } from './documents.ts';
import { createGtbs } from './gtbs.ts';
import { createLogIns } from './logIns.ts';
import { createReportedNumbers } from './numbers.ts';
import { progressOn, weeksOf } from './progress.ts';
import { createQuestions } from './questions.ts';
import { createReacties } from './reacties.ts';
import { MijnBronRefusal } from './refusals.ts';
import { createRegistered, currentAantallen } from './registered.ts';

interface CoreParts {
  register: Register;
  brin: Brin;
  clock: Clock;
  random: Random;
  holidays: Holidays;
}

/** What the two sides of Mijn BRON, of schools and of the organisatie BRON, both use: what is kept, and what follows from it. */
export function createCore({ register, brin, clock, random, holidays }: CoreParts) {
  const aansluitingen = createAansluitingen(register);
  const contacts = createContacts(register);
  const numbers = createReportedNumbers(register);
  const registered = createRegistered(register);
  const certificateDays = createCertificateDays(register);

  /** @throws MijnBronRefusal */
  function schoolOf(brinnummer: string): School {
    const school = brin.school(brinnummer);
    if (!school) throw new MijnBronRefusal('school-unknown');
    return school;
  }

  /** @throws MijnBronRefusal */
  function aansluitingOf(brinnummer: string): Aansluiting {
    schoolOf(brinnummer);
    const aansluiting = aansluitingen.get(brinnummer);
    if (!aansluiting) throw new MijnBronRefusal('not-aangemeld');
    return aansluiting;
  }

  const closedOn = ({ closing_on, brinnummer }: Aansluiting): string | undefined =>
    closing_on ?? schoolOf(brinnummer).closed;

  /** The aansluiting of a school that may change something. @throws MijnBronRefusal */
  function openAansluitingOf(brinnummer: string): Aansluiting {
    const aansluiting = aansluitingOf(brinnummer);
    const closed = closedOn(aansluiting);
    if (closed !== undefined && closed <= today(clock)) throw new MijnBronRefusal('school-closed');
    return aansluiting;
  }

  function contactOf(brinnummer: string): Contactgegevens {
    const contact = contacts.get(brinnummer) ?? firstContact(schoolOf(brinnummer), ['00'], false);
    const signedOn = aansluitingen.get(brinnummer)?.akkoord_on;
    return { ...contact, ...(signedOn ? { akkoordverklaring: signedOn } : {}) };
  }

  const isWpo = (brinnummer: string) => schoolOf(brinnummer).soort !== 'WEC';

  function progress(aansluiting: Aansluiting, date: string, aanleverpunt?: string): Voortgang {
    const { brinnummer } = aansluiting;
    const points = contactOf(brinnummer).aanleverpunten.map((point) => point.aanleverpunt);
    const asked = aanleverpunt === undefined ? points : [aanleverpunt];
    return progressOn(
      {
        aansluiting,
        weeks: weeksOf(aansluiting, holidays),
        certificates: asked.map((point) => certificateDays(brinnummer, point)),
        normOn: (day) => numbers.on(brinnummer, day),
        registeredOn: (day) => currentAantallen(isWpo(brinnummer) ? 'WPO' : 'WEC', registered.on(brinnummer, day), day),
      },
      date,
    );
  }

  return {
    register,
    brin,
    clock,
    holidays,
    aansluitingen,
    contacts,
    numbers,
    registered,
    certificateDays,
    documents: createDocuments(register),
    logIns: createLogIns(register, random),
    questions: createQuestions(register),
    reacties: createReacties(register),
    gtbs: createGtbs(register),
    comparisons: createComparisons(register),
    schoolOf,
    aansluitingOf,
    openAansluitingOf,
    closedOn,
    contactOf,
    isWpo,
    progress,
  };
}

export type Core = ReturnType<typeof createCore>;
