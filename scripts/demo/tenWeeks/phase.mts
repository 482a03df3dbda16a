import type { Input } from '../../../shared/api/contract.ts';
import type { PathEnding } from './choices.mts';
import { compare, type Compared } from './compare.mts';
import { days } from './days.mts';
import { correct, demandComplete, exchange, type Round } from './exchange.mts';
import { reportAantallen } from './preparation.mts';
import { GEMACHTIGDE, type Walk } from './walk.mts';

/** 8: the wachtwoordbrief, from which the ten werkweken run. The program keeps the user name, never the password. */
async function readWachtwoordbrief(walk: Walk): Promise<string> {
  await walk.goTo(days.start);
  const letter = await walk.letter('wachtwoordbrief');
  await walk.note(letter, { gebruikersnaam: letter.fact('Gebruikersnaam') });
  const { weeks } = (await walk.state()).plan;
  return `wachtwoordbrief gelezen: ${weeks.length} werkweken, tot en met ${weeks.at(-1)?.last ?? 'onbekend'}`;
}

/** 9: the program downloads the certificate from the site of BRON, once, and installs it; it is tested. */
async function installCertificate(walk: Walk): Promise<string> {
  await walk.goTo(days.certificate);
  const letter = await walk.letter('wachtwoordbrief');
  const logIn = { gebruikersnaam: letter.fact('Gebruikersnaam'), password: letter.fact('Wachtwoord') };
  const { certificate } = await walk.las.call('certificate.download', logIn);
  const again = await walk.las.call('certificate.download', logIn).catch((error: unknown) => error);
  if (!(again instanceof Error)) throw new Error('the certificate could be downloaded twice');
  walk.say(`         nog een keer downloaden: ${again.message.replace(/^[\w.]+: /, '')}`);
  demandComplete(await walk.las.call('exchange.testCertificate', {}));
  return `certificaat van ${certificate.grantedTo} één keer gedownload, geïnstalleerd en getest`;
}

const told = ({ sent, tegengehouden, geregistreerd, metSignaal, afgekeurd }: Round) =>
  `${sent} verstuurd, ${tegengehouden} tegengehouden, ${geregistreerd} geregistreerd, ${metSignaal} met signaal, ${afgekeurd} afgekeurd`;

async function readMail(walk: Walk, on: string): Promise<void> {
  await walk.goTo(on);
  const mail = await walk.letter('voortgangsmail');
  await walk.note(mail);
  walk.say(
    `         voortgangsmail van ${mail.sentOn}: leerlingen ${mail.fact('Score leerlingen')}, ambulant begeleid ${mail.fact('Score ambulant begeleide leerlingen')}`,
  );
}

/** Somebody leaves: the aantallen are no longer what was reported, and are reported again. */
async function letLeave(walk: Walk): Promise<void> {
  await walk.goTo(days.leaving);
  await correct(walk, [
    { leerlingnummer: walk.path.leaver, persoon: {}, inschrijving: { datumUitschrijving: days.leaving } },
  ]);
  // Enrolled on the last day, and no longer on the next.
  await walk.goTo(days.parts[3]);
  if (!(await walk.state()).aantallenDiffer) throw new Error('nobody saw that the aantallen have changed');
  const { leerlingen, ambulant } = await reportAantallen(walk);
  walk.say(`         aantallen opnieuw doorgegeven: ${leerlingen} en ${ambulant}`);
}

/** 10 and 11: all pupils in parts over the weeks, with the voortgangsmails of week 3 and 6 on the way; then what was wrong. */
async function exchangePupils(walk: Walk): Promise<string> {
  const part = Math.ceil(walk.path.pupils.length / days.parts.length);
  for (const [index, on] of days.parts.entries()) {
    await walk.goTo(on);
    if (index === days.parts.length - 1) await letLeave(walk);
    const last = index === days.parts.length - 1;
    walk.say(`         ${on}: ${told(await exchange(walk, last ? undefined : part))}`);
    if (index === 0) await readMail(walk, days.mail3);
  }
  await readMail(walk, days.mail6);
  await walk.goTo(days.correcting);
  await correct(walk, walk.path.corrections);
  const round = await exchange(walk);
  walk.say(`         ${days.correcting}: ${walk.path.corrections.length} leerlingen verbeterd; ${told(round)}`);
  const { total, registered } = (await walk.state()).exchange;
  return `${registered} van ${total} inschrijvingen geregistreerd`;
}

/** 11: both mails have come and are noted. */
function countMails(walk: Walk): Promise<string> {
  return Promise.resolve(`${walk.received('voortgangsmail')} voortgangsmails gelezen`);
}

type Choice = Input<'mijnBron.giveReactie'>['choice'];

/** The gemachtigde comes to work and says what he thinks of the newest GTBs and the vergelijkingsoverzicht. */
async function react(walk: Walk, choice: Choice): Promise<string> {
  const { las } = walk;
  await las.call('session.lock', {});
  await las.call('session.unlock', GEMACHTIGDE);
  const { gtbs, vergelijkingsoverzicht } = await las.call('tellingen.reactie', {});
  const { reactie } = await las.call('mijnBron.giveReactie', {
    choice,
    gtbs: gtbs.map(({ kenmerk }) => kenmerk),
    ...(vergelijkingsoverzicht ? { vergelijkingsoverzicht: vergelijkingsoverzicht.kenmerk } : {}),
    confirmed: true,
  });
  if ((await walk.state()).plan.steps[11]?.state !== 'done') await walk.tick('reactie');
  return `reactie "${reactie.choice}" van ${reactie.by}`;
}

/** In Mijn BRON the school says that it is able to exchange, without which it does not become aangesloten. */
async function sayAble(walk: Walk): Promise<void> {
  const gemachtigde = await walk.logIn('gemachtigde');
  const page = await gemachtigde.submit('/mijn-bron/gtb/reactie', '/mijn-bron/gtb/uitwisselen', {});
  if (page.status !== 200) throw new Error(`Mijn BRON answered ${page.status} to the statement about exchanging`);
}

const differing = ({ different, rows }: Compared) =>
  rows > 0
    ? `${different} leerlingen en ${rows} van het vergelijkingsoverzicht verschillen`
    : `${different} leerlingen verschillen`;

/** 12: GTB and vergelijkingsoverzicht are compared. What they show is corrected and agreed to, or it is not. */
const judge =
  (ending: PathEnding) =>
  async (walk: Walk): Promise<string> => {
    await walk.goTo(days.comparing);
    const before = await compare(walk);
    walk.say(`         ${days.comparing}: GTB van ${before.peildatum} telt er ${before.totaal}; ${differing(before)}`);
    const agrees = ending === 'gekwalificeerd';
    if (agrees) {
      await correct(walk, walk.path.lateCorrections);
      await exchange(walk);
    }
    await walk.goTo(days.agreeing);
    const after = await compare(walk);
    await walk.tick('gtb');
    if (walk.path.cfi.length > 0) await walk.tick('vergelijkingsoverzicht');
    if (!agrees) await sayAble(walk);
    const given = await react(walk, agrees ? 'akkoord' : 'kwaliteitNietAantalAkkoord');
    return `GTB van ${after.peildatum} telt er ${after.totaal}; ${differing(after)}; ${given}`;
  };

/** 13: the ten werkweken are over. */
async function readEnding(walk: Walk): Promise<string> {
  await walk.goTo(days.over);
  const { voortgang } = await walk.las.call('mijnBron.voortgang', {});
  const { state } = voortgang;
  if (state === 'voorbereiding' || state === 'aansluiting') throw new Error(`the fase has not ended: ${state}`);
  const letter = await walk.letter('afronding');
  if (!letter.text.includes(state)) throw new Error(`the bericht van afronding does not say ${state}`);
  await walk.note(letter, { ending: state });
  return `bericht van afronding van ${letter.sentOn} gelezen: ${state}`;
}

/** Steps 8 to 13, in order. */
export const phaseTo = (ending: PathEnding) =>
  [readWachtwoordbrief, installCertificate, exchangePupils, countMails, judge(ending), readEnding] as const;
