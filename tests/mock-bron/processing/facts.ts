import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Inschrijving, MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { ControleContext, RegisterFacts } from '../../../shared/pve/controles/types.ts';
import type { Inschrijvingen } from '../register/inschrijvingen.ts';
import type { AcceptedMessage, Messages } from '../register/messages.ts';
import type { PersonRow, Persons } from '../register/persons.ts';
import { schoolFacts } from '../registers/brin.ts';
import type { Identification } from './identify.ts';
import type { ProcessorParts } from './parts.ts';

const parse = (content: string) => JSON.parse(content) as Inschrijving;

const beschikkingsnummers = ({ toelaatbaarheidsverklaring = [] }: Inschrijving) =>
  toelaatbaarheidsverklaring.flatMap(({ beschikkingsnummerTlv }) => beschikkingsnummerTlv ?? []);

/** By what any message is judged: the school, BRIN, the day of delivery and the edition of the PvE. @throws for a school outside BRIN */
export function judgingFacts(
  message: Pick<AcceptedMessage, 'brinnummer' | 'delivered_at'> & { aanleverpunt?: string },
  { brin, editions }: Pick<ProcessorParts, 'brin' | 'editions'>,
): Pick<ControleContext, 'school' | 'brin' | 'deliveredOn' | 'edition'> {
  const school = brin.school(message.brinnummer);
  if (!school) throw new Error('the school is not in the BRIN register');
  const deliveredOn = dateInNetherlands(new Date(message.delivered_at));
  const edition = editions.on(deliveredOn, message);
  return { school: schoolFacts(school), brin: brin.lookup, deliveredOn, edition };
}

/**
 * The person whom the inschrijvingen of an identified pupil belong to: the BSN may be known to BRON under another row than the
 * onderwijsnummer; the BSN's row is the one that stays.
 */
export const registeredPerson = ({ known, bsnFound }: Identification, persons: Persons): PersonRow | undefined =>
  (bsnFound ? persons.byNumber(bsnFound, 'burgerservicenummer') : undefined) ?? known;

/** What the register and the BRP know about the pupil of a melding, for the controles. */
export function registerFacts(
  message: AcceptedMessage,
  content: MeldingContent,
  identification: Identification,
  register: { persons: Persons; inschrijvingen: Inschrijvingen; messages: Messages },
): RegisterFacts {
  const { found, brp, bsnFound } = identification;
  const known = registeredPerson(identification, register.persons);
  const rows = known ? register.inschrijvingen.ofPupil(known.id, message.brinnummer) : [];
  const inschrijving: Inschrijving = inschrijvingIn(content)?.inschrijving ?? {};
  const date = inschrijving.datumInschrijving;
  const last = rows.find((row) => row.datum_inschrijving === date);
  const same = last?.deleted === 0 ? last : undefined;
  const registered = same && parse(same.content);
  const before = JSON.parse((same && register.messages.content(same.message)) ?? '{}') as Partial<Message<3>>;
  // Also a bericht 4 that was delivered later and processed already.
  const later = last && last.message > message.seq ? register.messages.berichtidentificatie(last.message) : undefined;
  const address = known && register.persons.address(known.id, message.brinnummer);
  const adviesVo = content.inschrijvingWpo?.[0]?.adviesVo;
  const adviesDate =
    adviesVo !== undefined && registered?.adviesVo === adviesVo ? same?.advies_delivered_on : undefined;
  const taken = beschikkingsnummers(inschrijving).filter((number) =>
    register.inschrijvingen
      .ofOthersWith(known?.id, number)
      .some((row) => beschikkingsnummers(parse(row.content)).includes(number)),
  );
  const postcodeBrp = brp?.adressen?.at(-1)?.postcode;
  return {
    personFound: found,
    others: rows.filter((row) => row.datum_inschrijving !== date && row.deleted === 0).map((row) => parse(row.content)),
    deleted: rows.filter((row) => row.deleted === 1).map((row) => row.datum_inschrijving),
    ...(brp ? { birthDateBrp: brp.geboortedatum } : {}),
    ...(postcodeBrp ? { postcodeBrp } : {}),
    ...(brp?.geheim ? { geheim: true } : {}),
    ...(bsnFound ? { bsnFound } : {}),
    ...(identification.onderwijsnummer ? { onderwijsnummer: identification.onderwijsnummer } : {}),
    ...(address?.postcode ? { postcodeInstelling: address.postcode } : {}),
    ...(address?.land ? { landInstelling: address.land } : {}),
    ...(registered ? { registered } : {}),
    ...(later ? { laterBericht: later } : {}),
    hasVerplichteEindtoets: (before.verplichteEindtoets?.length ?? 0) > 0,
    ...(taken.length > 0 ? { takenBeschikkingsnummers: taken } : {}),
    ...(adviesDate ? { adviesDeliveredOn: adviesDate } : {}),
  };
}

/** By what BRON judges a message with persoonsgegevens: all that it knows. */
export function controleContext(
  message: AcceptedMessage,
  content: MeldingContent,
  identification: Identification,
  parts: ProcessorParts,
): ControleContext {
  const elementcodes = parts.elementcodes();
  return {
    content,
    ...judgingFacts(message, parts),
    register: registerFacts(message, content, identification, parts),
    postcodeExists: parts.postcodeExists,
    ...(elementcodes ? { elementcodes } : {}),
  };
}
