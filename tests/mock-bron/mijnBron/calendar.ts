import { weeksLeft } from '../../../shared/aansluiting/werkweken.ts';
import { startOfDay, today, type Clock } from '../../../shared/domain/clock.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { addWerkdagen } from '../../../shared/domain/werkdagen.ts';
import type { Contactgegevens } from '../../../shared/mijnBron/contact.ts';
import type { Voortgang } from '../../../shared/mijnBron/progress.ts';
import type { Letters } from '../register/letters.ts';
import type { Holidays } from '../registers/holidays.ts';
import type { Aansluiting, Aansluitingen, Ending } from './aansluitingen.ts';
import type { CertificateDays } from './certificateDays.ts';
import type { Documents } from './documents.ts';
import type { LogIns } from './logIns.ts';
import type { ReceivedReactie } from './mijnBron.ts';
import { endingPost } from './post/ending.ts';
import type { Post } from './post/letter.ts';
import { progressMail, remindDownload, remindTest, wachtwoordbrief } from './post/phase.ts';
import { firstPost, secondPost } from './post/preparation.ts';
import { secondAnnouncement, weeksOf } from './progress.ts';

export interface CalendarParts {
  aansluitingen: Aansluitingen;
  documents: Documents;
  letters: Letters;
  logIns: LogIns;
  clock: Clock;
  holidays: Holidays;
  contactOf: (brinnummer: string) => Contactgegevens;
  certificateDays: (brinnummer: string, aanleverpunt: string) => CertificateDays;
  progress: (aansluiting: Aansluiting, date: string) => Voortgang;
  lastReactie: (brinnummer: string) => ReceivedReactie | undefined;
  isWpo: (brinnummer: string) => boolean;
  /** First day on which the school is no longer there. */
  closedOn: (aansluiting: Aansluiting) => string | undefined;
}

/** Days after the wachtwoordbrief (Stappenplan step 9; that they run from it is assumed). */
const REMIND_DOWNLOAD = 7;
const REMIND_TEST = 14;
/** Werkweken at the end of which a voortgangsmail goes out (Stappenplan step 11). */
const MAIL_WEEKS = [3, 6];

const laterOf = (a: string, b: string) => (a > b ? a : b);

/**
 * Does for a school all that its calendar asks for up to the present day, in the order in which it falls due, each thing once. What a
 * clock that jumped has passed over gets the date on which it was due.
 */
export function createCalendar(parts: CalendarParts): (aansluiting: Aansluiting) => void {
  const { aansluitingen, documents, letters, clock, holidays } = parts;

  function advance(aansluiting: Aansluiting): void {
    const { brinnummer } = aansluiting;
    const now = today(clock);
    const closing_on = parts.closedOn(aansluiting);
    const isClosed = closing_on !== undefined && closing_on <= now;
    /** The last day on which something is sent to the school. */
    const horizon = isClosed ? addDays(closing_on, -1) : now;
    const contact = parts.contactOf(brinnummer);

    function once(event: string, due: string, make: () => Post | readonly Post[]): void {
      if (due > horizon || documents.find(brinnummer, event)) return;
      for (const post of [make()].flat()) documents.send(brinnummer, post, due);
    }

    function sendWachtwoordbrief(aanleverpunt: string, due: string): Post {
      const at = due === now ? clock.now() : new Date(startOfDay(due).getTime() + 9 * 3_600_000);
      const brief = letters.write(brinnummer, aanleverpunt, at);
      return wachtwoordbrief(brief, addDays(due, REMIND_TEST), contact);
    }

    function sendWachtwoordbrieven(): void {
      const { akkoord_received_on, letter_on, start } = aansluiting;
      if (akkoord_received_on === null) return;
      // An aanleverpunt that came later gets its letter at once.
      const due = letter_on === null ? laterOf(start, akkoord_received_on) : now;
      for (const { aanleverpunt } of contact.aanleverpunten) {
        once(`wachtwoordbrief:${aanleverpunt}`, due, () => sendWachtwoordbrief(aanleverpunt, due));
      }
      if (letter_on === null && due <= horizon) aansluitingen.change(brinnummer, { letter_on: due });
    }

    function remind(): void {
      for (const { aanleverpunt } of contact.aanleverpunten) {
        const sentOn = documents.find(brinnummer, `wachtwoordbrief:${aanleverpunt}`)?.line.sentOn;
        if (sentOn === undefined) continue;
        const { downloadedOn, testedOn } = parts.certificateDays(brinnummer, aanleverpunt);
        const lastDay = addDays(sentOn, REMIND_TEST);
        if (downloadedOn === undefined) {
          once(`herinneringDownloaden:${aanleverpunt}`, addDays(sentOn, REMIND_DOWNLOAD), () =>
            remindDownload(aanleverpunt, lastDay, contact),
          );
        }
        if (testedOn === undefined) {
          once(`herinneringTesten:${aanleverpunt}`, lastDay, () => remindTest(aanleverpunt, contact));
        }
      }
    }

    function mailProgress(current: Aansluiting): void {
      const weeks = weeksOf(current, holidays);
      for (const { week, last } of weeks) {
        if (!MAIL_WEEKS.includes(week)) continue;
        once(`voortgangsmail:${week}`, last, () => {
          const voortgang = { ...parts.progress(current, last), weeksLeft: weeksLeft(weeks, addDays(last, 1)) };
          return progressMail(week, voortgang, parts.isWpo(brinnummer), contact);
        });
      }
    }

    function end(current: Aansluiting, ending: Ending, on: string): void {
      aansluitingen.change(brinnummer, { ending, ended_on: on });
      for (const post of endingPost(ending, { ...current, ended_on: on }, contact, parts.isWpo(brinnummer)))
        documents.send(brinnummer, post, on);
    }

    /** Both endings come after the ten werkweken; a school that did neither of what leads to them stays where it is. */
    function endPhase(current: Aansluiting): void {
      const over = phaseEndOf(current, holidays);
      if (over === undefined || over > horizon) return;
      const reactie = parts.lastReactie(brinnummer);
      if (reactie?.choice === 'akkoord') end(current, 'gekwalificeerd', laterOf(over, reactie.receivedOn));
      else if (current.able_on !== null) end(current, 'aangesloten', laterOf(over, current.able_on));
    }

    once('vooraankondiging1', aansluiting.announced_on, () =>
      firstPost({ aansluiting, contact, logIns: parts.logIns.list(brinnummer) }),
    );
    once('vooraankondiging2', secondAnnouncement(aansluiting), () => secondPost({ aansluiting, contact, logIns: [] }));
    if (aansluiting.start <= horizon) sendWachtwoordbrieven();
    const current = aansluitingen.get(brinnummer) ?? aansluiting;
    if (current.letter_on !== null) {
      remind();
      mailProgress(current);
      endPhase(current);
    }
    if (isClosed && aansluitingen.get(brinnummer)?.ending === null) end(current, 'closed', closing_on);
  }

  return (aansluiting) => {
    if (aansluiting.ending === null) advance(aansluiting);
  };
}

/** The werkdag after the ten werkweken, on which the fase ends (assumed); undefined as long as it has not begun. */
export function phaseEndOf(aansluiting: Aansluiting, holidays: Holidays): string | undefined {
  const last = weeksOf(aansluiting, holidays).at(-1)?.last;
  return last === undefined ? undefined : addWerkdagen(last, 1);
}
