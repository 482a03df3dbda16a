import type { Vergelijkingsoverzicht } from '../../../shared/mijnBron/comparison.ts';
import type { Contactgegevens } from '../../../shared/mijnBron/contact.ts';
import type { MijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import type { Gtb } from '../../../shared/mijnBron/gtb.ts';
import type { Voortgang } from '../../../shared/mijnBron/progress.ts';
import type {
  AskedQuestion,
  Caller,
  LoggedIn,
  MijnBron,
  ReceivedReactie,
  ReportedAantallen,
} from '../../mock-bron/mijnBron/mijnBron.ts';
import { MijnBronRefusal, type RefusalCode } from '../../mock-bron/mijnBron/refusals.ts';
import type { School } from '../../mock-bron/registers/brin.ts';
import { exampleContact, exampleDocuments, exampleGtb, exampleOverview, exampleProgress } from './data.ts';

/** What the fake Mijn BRON has, open to change; `refuse` has it refuse every change. */
export interface FakeState {
  contact: Contactgegevens;
  freeze: { from: string; until: string } | undefined;
  reported: ReportedAantallen[];
  documents: MijnBronDocument[];
  progress: Voortgang;
  gtbs: Gtb[];
  overview: Vergelijkingsoverzicht | undefined;
  reacties: ReceivedReactie[];
  questions: AskedQuestion[];
  ableOn: string | undefined;
  refuse: RefusalCode | undefined;
  callers: Caller[];
  /** Of the school, in BRIN. */
  soort: School['soort'];
}

const TODAY = '2009-11-02';
export const WACHTWOORD = 'geheim van de brief';
const users: Readonly<Record<string, LoggedIn>> = {
  '99ZZ-gemachtigde': { role: 'gemachtigde', brinnummer: '99ZZ', naam: 'D. Recteur' },
  '99ZZ-00': { role: 'contactpersoon', brinnummer: '99ZZ', aanleverpunt: '00', naam: 'A. Ministratie' },
};

/** A Mijn BRON without a fase behind it, for what its site and its machine interface do with what it says. */
export function createFakeMijnBron(): { state: FakeState; mijnBron: MijnBron } {
  const state: FakeState = {
    contact: exampleContact(),
    freeze: undefined,
    reported: [{ reportedOn: '2009-09-01', leerlingen: 200, ambulant: 4 }],
    documents: exampleDocuments(),
    progress: exampleProgress(),
    gtbs: [exampleGtb(), exampleGtb('2009-08-01')],
    overview: exampleOverview(),
    reacties: [],
    questions: [],
    ableOn: undefined,
    refuse: undefined,
    callers: [],
    soort: 'BAO',
  };
  const refuse = (code: RefusalCode): never => {
    throw new MijnBronRefusal(code);
  };
  const change = (caller: Caller) => {
    if (state.refuse !== undefined) refuse(state.refuse);
    state.callers.push(caller);
  };
  const mijnBron: MijnBron = {
    logIn: (gebruikersnaam, wachtwoord) => {
      const user = wachtwoord === WACHTWOORD ? users[gebruikersnaam] : undefined;
      return user ?? refuse('log-in-wrong');
    },
    contact: () => state.contact,
    contactFreeze: () => state.freeze,
    saveContact: (caller, next) => {
      change(caller);
      return (state.contact = next);
    },
    receiveAkkoordverklaring: () => undefined,
    aantallen: () => state.reported,
    reportAantallen: (caller, aantallen) => {
      change(caller);
      if (aantallen.ambulant > aantallen.leerlingen) refuse('more-ambulant-than-total');
      const report = { reportedOn: TODAY, ...aantallen };
      state.reported.unshift(report);
      return report;
    },
    documents: () => state.documents,
    document: async (_caller, id, form) => {
      const document = state.documents.find((known) => known.id === id) ?? refuse('document-unknown');
      if (document.kind === 'wachtwoordbrief') refuse('document-by-post-only');
      const type = form === 'html' ? 'text/html; charset=utf-8' : 'application/pdf';
      const content = Buffer.from(
        `<!doctype html><html lang="nl"><style>p{margin:0}</style><p>${document.titel}</p></html>`,
      );
      return Promise.resolve({ fileName: `${id}.${form}`, type, content });
    },
    voortgang: () => state.progress,
    gtbs: () =>
      state.gtbs.map(({ kenmerk, vestigingsvolgnummer, peildatum, madeOn, processedUntil, aantallen }) => ({
        ...{ kenmerk, vestigingsvolgnummer, peildatum, madeOn, processedUntil },
        totaal: aantallen.totaal ?? 0,
      })),
    gtb: (_brinnummer, kenmerk) => state.gtbs.find((gtb) => gtb.kenmerk === kenmerk) ?? refuse('gtb-unknown'),
    vergelijkingsoverzicht: () => state.overview ?? refuse('no-overview'),
    reacties: () => state.reacties,
    giveReactie: (caller, reactie) => {
      change(caller);
      if (reactie.by !== state.contact.hoofdvestiging.gemachtigde.naam) refuse('not-gemachtigde');
      const received = { ...reactie, receivedOn: TODAY };
      state.reacties.unshift(received);
      return received;
    },
    sayAbleToExchange: (caller) => {
      change(caller);
      state.ableOn = TODAY;
    },
    ableToExchangeOn: () => state.ableOn,
    questions: () => state.questions,
    ask: (caller, question) => {
      change(caller);
      const asked = { ...question, nummer: `V${state.questions.length + 1}`, askedOn: TODAY, answerBy: '2009-11-04' };
      state.questions.unshift(asked);
      return asked;
    },
  };
  return { state, mijnBron };
}
