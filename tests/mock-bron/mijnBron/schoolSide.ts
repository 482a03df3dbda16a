import { today } from '../../../shared/domain/clock.ts';
import { addWerkdagen } from '../../../shared/domain/werkdagen.ts';
import { freezeBefore } from '../../../shared/aansluiting/deadlines.ts';
import { changedContact } from './contact.ts';
import type { Core } from './core.ts';
import { documentFile } from './documentFile.ts';
import type { SentDocument } from './documents.ts';
import type { Caller, GtbLine, MijnBron } from './mijnBron.ts';
import { sameAantallen } from './numbers.ts';
import { isInPhase, secondAnnouncement } from './progress.ts';
import { requireNewest } from './reacties.ts';
import { MijnBronRefusal } from './refusals.ts';

/** Werkdagen in which the Helpdesk BRON answers (Stappenplan 3.5). */
const ANSWER_WERKDAGEN = 2;

const plainly = (name: string) => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Mijn BRON for schools; `run` does what is due, before something is looked at. */
export function createSchoolSide(core: Core, run: () => void): MijnBron {
  const { clock, aansluitingen, documents } = core;

  /** @throws MijnBronRefusal */
  function requireGemachtigde({ role, brinnummer }: Caller, name?: string): void {
    const { naam } = core.contactOf(brinnummer).hoofdvestiging.gemachtigde;
    if (role === 'gemachtigde' || (role === 'certificate' && name !== undefined && plainly(name) === plainly(naam)))
      return;
    throw new MijnBronRefusal('not-gemachtigde');
  }

  /** The aansluiting of a school in the fase. @throws MijnBronRefusal */
  function inPhase(brinnummer: string) {
    const aansluiting = core.openAansluitingOf(brinnummer);
    if (aansluiting.letter_on === null) throw new MijnBronRefusal('phase-not-started');
    if (aansluiting.ending !== null) throw new MijnBronRefusal('phase-over');
    return aansluiting;
  }

  function documentsOf({ brinnummer, aanleverpunt }: Caller): SentDocument[] {
    core.aansluitingOf(brinnummer);
    return documents
      .list(brinnummer)
      .filter(
        (one) => aanleverpunt === undefined || one.aanleverpunt === undefined || one.aanleverpunt === aanleverpunt,
      );
  }

  const contactFreeze: MijnBron['contactFreeze'] = (brinnummer) => {
    const aansluiting = core.aansluitingOf(brinnummer);
    // Until vooraankondiging 2 the school does not know its start.
    if (today(clock) < secondAnnouncement(aansluiting)) return undefined;
    const { first, last } = freezeBefore(aansluiting.start);
    return { from: first, until: last };
  };

  function gtbLines(brinnummer: string): GtbLine[] {
    return core.gtbs
      .current(brinnummer)
      .map(({ kenmerk, vestigingsvolgnummer, peildatum, processedUntil, madeOn, aantallen }) => ({
        ...{ kenmerk, vestigingsvolgnummer, peildatum, processedUntil, madeOn },
        totaal: aantallen.totaal ?? 0,
      }));
  }

  /** The present one, as long as the school is in the fase (C-12). */
  function overviewOf(brinnummer: string) {
    const shown = core.isWpo(brinnummer) && isInPhase(core.aansluitingOf(brinnummer));
    return shown ? core.comparisons.current(brinnummer) : undefined;
  }

  const side: MijnBron = {
    logIn: (gebruikersnaam, wachtwoord) => {
      const logIn = core.logIns.find(gebruikersnaam.trim(), wachtwoord.trim());
      if (!logIn) throw new MijnBronRefusal('log-in-wrong');
      const { brinnummer, aanleverpunt } = logIn;
      const { hoofdvestiging, aanleverpunten } = core.contactOf(brinnummer);
      if (aanleverpunt === null) return { role: 'gemachtigde', brinnummer, naam: hoofdvestiging.gemachtigde.naam };
      const point = aanleverpunten.find((one) => one.aanleverpunt === aanleverpunt);
      return { role: 'contactpersoon', brinnummer, aanleverpunt, naam: point?.contactpersoon.naam ?? gebruikersnaam };
    },

    contact: (brinnummer) => {
      core.aansluitingOf(brinnummer);
      return core.contactOf(brinnummer);
    },
    contactFreeze,
    saveContact: (caller, next) => {
      const { brinnummer } = caller;
      const { start } = core.openAansluitingOf(brinnummer);
      const { first, last } = freezeBefore(start);
      const date = today(clock);
      if (first <= date && date <= last) throw new MijnBronRefusal('contact-frozen');
      core.contacts.set(changedContact(core.contactOf(brinnummer), next, caller, core.schoolOf(brinnummer)));
      for (const { aanleverpunt } of next.aanleverpunten) core.logIns.give(brinnummer, aanleverpunt);
      run();
      return core.contactOf(brinnummer);
    },
    receiveAkkoordverklaring: (brinnummer, signedOn) => {
      core.openAansluitingOf(brinnummer);
      aansluitingen.change(brinnummer, { akkoord_on: signedOn, akkoord_received_on: today(clock) });
      run();
    },

    aantallen: (brinnummer) => core.numbers.list(core.aansluitingOf(brinnummer).brinnummer),
    reportAantallen: ({ brinnummer }, { leerlingen, ambulant }) => {
      const { ending } = core.openAansluitingOf(brinnummer);
      if (ending !== null) throw new MijnBronRefusal('phase-over');
      if (core.isWpo(brinnummer) && ambulant > leerlingen) throw new MijnBronRefusal('more-ambulant-than-total');
      const reported = { reportedOn: today(clock), leerlingen, ambulant };
      const [last] = core.numbers.list(brinnummer);
      if (last && sameAantallen(last, reported)) return last;
      core.numbers.add(brinnummer, reported);
      return reported;
    },

    documents: (caller) => {
      run();
      return documentsOf(caller).map(({ line }) => line);
    },
    document: async (caller, id, form) => {
      const found = documentsOf(caller).find(({ line }) => line.id === id);
      if (!found) throw new MijnBronRefusal('document-unknown');
      if (found.line.kind === 'wachtwoordbrief') throw new MijnBronRefusal('document-by-post-only');
      return documentFile(found, form, true);
    },

    voortgang: (brinnummer, aanleverpunt) => {
      run();
      return core.progress(core.aansluitingOf(brinnummer), today(clock), aanleverpunt);
    },

    gtbs: (brinnummer) => {
      core.aansluitingOf(brinnummer);
      run();
      return gtbLines(brinnummer);
    },
    gtb: (brinnummer, kenmerk) => {
      core.aansluitingOf(brinnummer);
      const gtb = core.gtbs.find(brinnummer, kenmerk);
      if (!gtb) throw new MijnBronRefusal('gtb-unknown');
      return gtb;
    },
    vergelijkingsoverzicht: (brinnummer) => {
      core.aansluitingOf(brinnummer);
      run();
      const overview = overviewOf(brinnummer);
      if (!overview) throw new MijnBronRefusal('no-overview');
      return overview;
    },

    reacties: (brinnummer) => core.reacties.list(core.aansluitingOf(brinnummer).brinnummer),
    giveReactie: (caller, reactie) => {
      const { brinnummer } = caller;
      run();
      inPhase(brinnummer);
      requireGemachtigde(caller, reactie.by);
      const known = (kenmerk: string) => core.gtbs.find(brinnummer, kenmerk) !== undefined;
      requireNewest(reactie, gtbLines(brinnummer), known, overviewOf(brinnummer));
      const received = { ...reactie, receivedOn: today(clock) };
      core.reacties.add(brinnummer, received);
      run();
      return received;
    },
    sayAbleToExchange: (caller) => {
      const aansluiting = inPhase(caller.brinnummer);
      requireGemachtigde(caller);
      if (aansluiting.able_on === null) aansluitingen.change(caller.brinnummer, { able_on: today(clock) });
      run();
    },
    ableToExchangeOn: (brinnummer) => core.aansluitingOf(brinnummer).able_on ?? undefined,

    questions: ({ brinnummer, aanleverpunt }) => core.questions.list(brinnummer, aanleverpunt),
    ask: ({ brinnummer, aanleverpunt }, { onderwerp, tekst }) => {
      core.aansluitingOf(brinnummer);
      const askedOn = today(clock);
      const answerBy = addWerkdagen(askedOn, ANSWER_WERKDAGEN);
      return core.questions.add(brinnummer, aanleverpunt, { onderwerp, tekst, askedOn, answerBy });
    },
  };
  return side;
}
