import type { Output } from '../../../shared/api/contract.ts';
import { contactInput } from '../../../shared/api/aansluiting.ts';
import { allOpen } from '../../../shared/api/ports.ts';
import { days } from './days.mts';
import type { Walk } from './walk.mts';

type Contact = Output<'aansluiting.contact'>['contact'];

const CONTACT = '/mijn-bron/contactgegevens/wijzigen';
const adres = { straatnaam: 'Schoolstraat', huisnummer: '1', postcode: '9999XX', plaats: 'Oefenstad' };
const relatiebeheerder = { naam: 'R. Elatie', telefoonnummer: '0701234567', email: 'relatie@bron.example' };

/** The texts in an object by the path to them, as the form of Mijn BRON names its fields. */
function textsOf(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'string') return { [path]: value };
  const parts = Object.entries((value ?? {}) as Record<string, unknown>);
  return Object.assign(
    {},
    ...parts.map(([key, part]) => textsOf(part, path === '' ? key : `${path}.${key}`)),
  ) as Record<string, string>;
}

const withoutRest = ({ hoofdvestiging, aanleverpunten }: Pick<Contact, 'hoofdvestiging' | 'aanleverpunten'>) =>
  textsOf({ hoofdvestiging, aanleverpunten });

/** Names of the contactgegevens that Mijn BRON has otherwise than the program: by the file that Mijn BRON gives. */
async function contactDifferences(walk: Walk): Promise<string[]> {
  const visitor = await walk.logIn('gemachtigde');
  const file = await walk.fetchFile(visitor, 'contactgegevens');
  if (file.kind !== 'contactgegevens') throw new Error(`the file holds ${file.kind}`);
  const here = withoutRest((await walk.las.call('aansluiting.contact', {})).contact);
  const there = withoutRest(file.contactgegevens);
  return Object.keys({ ...here, ...there }).filter((name) => here[name] !== there[name]);
}

/** 1: the first vooraankondiging, with the planned week and the log-in of Mijn BRON. */
async function readAnnouncement(walk: Walk): Promise<string> {
  for (const kind of ['vooraankondiging1', 'brochure', 'stappenplan'] as const) {
    await walk.note(await walk.letter(kind));
  }
  const { plan } = await walk.state();
  return `eerste vooraankondiging van ${days.announced} gelezen: geplande startweek ${plan.plannedWeek ?? 'onbekend'}`;
}

/** 2: contactgegevens here and in Mijn BRON, which has those of PGNPO; the bevoegd gezag signs. */
async function checkContact(walk: Walk): Promise<string> {
  await walk.goTo(days.contact);
  const { contact } = await walk.las.call('aansluiting.contact', {});
  const filled = contactInput.parse({
    hoofdvestiging: { ...contact.hoofdvestiging, adres },
    aanleverpunten: contact.aanleverpunten.map((point) => ({ ...point, adres })),
    relatiebeheerder,
  });
  await walk.las.call('aansluiting.saveContact', filled);
  const before = await contactDifferences(walk);
  const gemachtigde = await walk.logIn('gemachtigde');
  const saved = await gemachtigde.submit(CONTACT, CONTACT, withoutRest(filled));
  if (saved.status !== 200) throw new Error(`Mijn BRON answered ${saved.status} to the contactgegevens`);
  const after = await contactDifferences(walk);
  if (after.length > 0) throw new Error(`contactgegevens still differ: ${after.join(', ')}`);
  await walk.tick('contactChecked');
  await walk.tick('relatiebeheerder');
  await walk.goTo(days.signed);
  walk.mock.organisation.receiveAkkoordverklaring(walk.path.school.brinnummer, days.signed);
  await walk.tick('akkoordverklaring');
  return `contactgegevens opgeslagen; in Mijn BRON weken er ${before.length} af en nu ${after.length}`;
}

/** 3: this program exchanges by the edition that is asked for. */
async function checkProgram(walk: Walk): Promise<string> {
  await walk.goTo(days.program);
  await walk.tick('newest');
  const { version } = await walk.state();
  return `Bronwijs ${version.program} wisselt uit volgens het Programma van Eisen van ${version.edition}`;
}

/** 4: the three ports of BRON, over real connections. */
async function testPorts(walk: Walk): Promise<string> {
  await walk.goTo(days.ports);
  const test = await walk.las.call('ports.test', {});
  if (!allOpen(test)) throw new Error('not all ports are open');
  if ((await walk.state()).plan.steps[3]?.state !== 'done') await walk.tick('ports');
  return `poorten open: ${test.ports.map(({ port, host }) => `${port} (${host ?? ''})`).join(', ')}`;
}

/** 5: the second vooraankondiging, with the day of the start. */
async function readSecondAnnouncement(walk: Walk): Promise<string> {
  await walk.goTo(days.secondLetter);
  for (const kind of ['vooraankondiging2', 'handboek'] as const) await walk.note(await walk.letter(kind));
  return `tweede vooraankondiging gelezen: de start is op ${(await walk.state()).plan.start ?? 'onbekend'}`;
}

/** Gives the aantallen that the program counts, in Mijn BRON and in the program. */
export async function reportAantallen(walk: Walk): Promise<{ leerlingen: number; ambulant: number }> {
  const { counted, plan } = await walk.state();
  const contactpersoon = await walk.logIn('contactpersoon');
  const form = '/mijn-bron/aantallen';
  const saved = await contactpersoon.submit(form, form, {
    leerlingen: String(counted.leerlingen),
    ambulant: String(counted.ambulant),
  });
  if (saved.status !== 200) throw new Error(`Mijn BRON answered ${saved.status} to the aantallen`);
  await walk.las.call('aansluiting.reportAantallen', { reportedOn: plan.day, ...counted });
  return counted;
}

/** 6: the aantallen, which become the normaantallen. */
async function giveAantallen(walk: Walk): Promise<string> {
  await walk.goTo(days.aantallen);
  const { leerlingen, ambulant } = await reportAantallen(walk);
  return `${leerlingen} leerlingen en ${ambulant} ambulant begeleide leerlingen doorgegeven`;
}

/** 7: contactgegevens once more, before they freeze. */
async function recheckContact(walk: Walk): Promise<string> {
  await walk.goTo(days.recheck);
  const different = await contactDifferences(walk);
  if (different.length > 0) throw new Error(`contactgegevens differ: ${different.join(', ')}`);
  await walk.tick('contactRechecked');
  const { freeze } = (await walk.state()).plan;
  return `contactgegevens vergeleken: geen verschil; vast van ${freeze?.first ?? '?'} tot en met ${freeze?.last ?? '?'}`;
}

/** Steps 1 to 7, in order. */
export const preparation = [
  readAnnouncement,
  checkContact,
  checkProgram,
  testPorts,
  readSecondAnnouncement,
  giveAantallen,
  recheckContact,
] as const;
