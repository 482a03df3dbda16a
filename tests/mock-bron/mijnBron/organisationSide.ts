import { freezeBefore } from '../../../shared/aansluiting/deadlines.ts';
import { mondayOf } from '../../../shared/aansluiting/werkweken.ts';
import { today } from '../../../shared/domain/clock.ts';
import { UnknownSchool } from '../helpdesk.ts';
import { createRandom } from '../random.ts';
import { phaseEndOf } from './calendar.ts';
import { firstContact } from './contact.ts';
import type { Countings } from './countings.ts';
import type { Core } from './core.ts';
import { documentFile } from './documentFile.ts';
import type { SentDocument } from './documents.ts';
import type { MijnBron } from './mijnBron.ts';
import { PlanningError, type AansluitingState, type Organisation, type SentPost } from './organisation.ts';
import { drawStart, requireStart } from './planning.ts';
import { MijnBronRefusal } from './refusals.ts';

interface OrganisationParts {
  core: Core;
  schoolSide: Pick<MijnBron, 'receiveAkkoordverklaring' | 'voortgang'>;
  run: () => void;
  seed: string | undefined;
  /** Has BRIN say that a school is closed from a day on. */
  closeInBrin: (brinnummer: string, on: string) => void;
  giveCfi: Countings['giveCfi'];
  delay: Pick<Organisation, 'delay' | 'setDelay'>;
}

const postOf = ({ aanleverpunt, line, letter }: SentDocument): SentPost => ({
  ...line,
  ...(aanleverpunt === undefined ? {} : { aanleverpunt }),
  ...(letter.email === undefined ? {} : { email: letter.email }),
});

/** What the organisatie BRON does for the tester. */
export function createOrganisationSide(parts: OrganisationParts): Organisation {
  const { core, schoolSide, run, seed } = parts;
  const { clock, aansluitingen, documents } = core;

  /** @throws UnknownSchool */
  function knownSchool(brinnummer: string) {
    const school = core.brin.school(brinnummer);
    if (!school) throw new UnknownSchool(brinnummer);
    return school;
  }

  function callsOf(brinnummer: string): AansluitingState['calls'] {
    const points = core.contactOf(brinnummer).aanleverpunten;
    return documents
      .list(brinnummer)
      .filter(({ line }) => line.kind === 'herinneringTesten')
      .flatMap(({ aanleverpunt = '', line }) => {
        if (core.certificateDays(brinnummer, aanleverpunt).testedOn !== undefined) return [];
        const point = points.find((one) => one.aanleverpunt === aanleverpunt);
        return point ? [{ aanleverpunt, since: line.sentOn, telefoonnummer: point.contactpersoon.telefoonnummer }] : [];
      });
  }

  function state(brinnummer: string): AansluitingState {
    knownSchool(brinnummer);
    run();
    const aansluiting = core.aansluitingOf(brinnummer);
    const { planned_week, start, vakantieregio, able_on, closing_on, closing_into, ending } = aansluiting;
    const endsOn = phaseEndOf(aansluiting, core.holidays);
    const { first, last } = freezeBefore(start);
    return {
      brinnummer,
      plannedWeek: planned_week,
      start,
      vakantieregio,
      freeze: { from: first, until: last },
      logIns: core.logIns.list(brinnummer).map(({ brinnummer: _, ...logIn }) => logIn),
      ...(endsOn === undefined ? {} : { endsOn }),
      overdue: ending === null && endsOn !== undefined && endsOn <= today(clock),
      ...(able_on === null ? {} : { ableToExchangeOn: able_on }),
      ...(closing_on === null ? {} : { closing: { on: closing_on, ...(closing_into ? { into: closing_into } : {}) } }),
      ...(ending === null ? {} : { ending }),
      voortgang: schoolSide.voortgang(brinnummer),
      calls: callsOf(brinnummer),
    };
  }

  function post(brinnummer: string): SentDocument[] {
    knownSchool(brinnummer);
    run();
    core.aansluitingOf(brinnummer);
    return documents.list(brinnummer);
  }

  return {
    plan: ({ brinnummer, plannedWeek, start, vakantieregio = 'midden', outdated = false, akkoordverklaring }) => {
      const school = knownSchool(brinnummer);
      if (aansluitingen.get(brinnummer)) throw new PlanningError('this school has an aansluiting already');
      const date = today(clock);
      if (school.closed !== undefined && school.closed <= date) throw new PlanningError('this school is closed');
      const planned = mondayOf(plannedWeek);
      if (start !== undefined) requireStart(start, planned, date);
      const random = createRandom(seed === undefined ? undefined : `${seed}:start:${brinnummer}`, () => 0);
      const day = start ?? drawStart(planned, date, core.holidays(vakantieregio), random);
      aansluitingen.add({ brinnummer, planned_week: planned, start: day, vakantieregio, announced_on: date });
      const points = school.aanleverpunten.length > 0 ? school.aanleverpunten : ['00'];
      core.contacts.set(firstContact(school, points, outdated));
      for (const aanleverpunt of [null, ...points]) core.logIns.give(brinnummer, aanleverpunt);
      if (akkoordverklaring !== undefined) schoolSide.receiveAkkoordverklaring(brinnummer, akkoordverklaring);
      return state(brinnummer);
    },
    state,
    schools: () => aansluitingen.list().map(({ brinnummer }) => brinnummer),
    post: (brinnummer) => post(brinnummer).map(postOf),
    postFile: async (brinnummer, id, form) => {
      const found = post(brinnummer).find(({ line }) => line.id === id);
      if (!found) throw new MijnBronRefusal('document-unknown');
      return documentFile(found, form, false);
    },
    closeSchool: (brinnummer, on, into) => {
      knownSchool(brinnummer);
      core.aansluitingOf(brinnummer);
      if (on < today(clock)) throw new PlanningError('a school closes today or later');
      if (into === brinnummer) throw new PlanningError('a school cannot merge into itself');
      if (into !== undefined) knownSchool(into);
      aansluitingen.change(brinnummer, { closing_on: on, closing_into: into ?? null });
      parts.closeInBrin(brinnummer, on);
      return state(brinnummer);
    },
    receiveAkkoordverklaring: schoolSide.receiveAkkoordverklaring,
    giveCfi: (brinnummer, leerlingen) => {
      knownSchool(brinnummer);
      parts.giveCfi(core.aansluitingOf(brinnummer), leerlingen);
    },
    maySendWachtwoordbrief: (brinnummer) => aansluitingen.get(brinnummer)?.akkoord_on !== null,
    answerQuestion: (nummer, antwoord) => core.questions.answer(nummer, antwoord, today(clock)),
    ...parts.delay,
  };
}
