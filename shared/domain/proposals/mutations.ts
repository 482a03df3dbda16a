import type { Message } from '../../pve/berichten/messages.ts';

type Mutation = Message<15>;
type Situation = NonNullable<Mutation['situatieNieuw']>[number];
type Signaal = NonNullable<Mutation['signaal']>[number];

const ofBrp = [
  'achternaam',
  'voornamen',
  'geboorteland',
  'datumOverlijden',
  'adres',
  'migratie',
  'nationaliteitgegevens',
] as const;

/** Whether it tells what the BRP has of the person; one of changed sleutelgegevens alone does not (PvE 5.6.14). */
const tellsBrp = (situation: Situation): boolean => ofBrp.some((key) => situation[key] !== undefined);

/** Whether the number of the BRP was lost: then nothing that the BRP told counts any more (756). */
const losesBrp = (before: Situation, now: Situation): boolean =>
  Boolean(before.burgerservicenummer) && !now.burgerservicenummer;

const pgnOf = ({ burgerservicenummer, onderwijsnummer }: Situation) => burgerservicenummer ?? onderwijsnummer;

/** Whether a signaal of the earlier one still holds: 755 and 756 are about the number, 956 about the address, the others about the age. */
function stillHolds({ signaalcode }: Signaal, before: Situation, now: Situation): boolean {
  switch (signaalcode) {
    case '755':
    case '756':
      return pgnOf(before) === pgnOf(now);
    case '956':
      return !tellsBrp(now) && !losesBrp(before, now);
    default:
      return before.geboortedatum === now.geboortedatum;
  }
}

/**
 * How BRON has a person since a spontane mutatie (PvE 5.6.14): one that tells what the BRP has tells all of it; one of changed
 * sleutelgegevens alone leaves what the BRP has as it was.
 */
export function personAfter(before: Situation, now: Situation): Situation {
  if (tellsBrp(now) || losesBrp(before, now)) return now;
  const { burgerservicenummer: _bsn, onderwijsnummer: _number, postcode: _postcode, land: _land, ...rest } = before;
  return { ...rest, ...now };
}

/** A spontane mutatie together with the one before it that nobody decided on. */
export function togetherWith(before: Mutation, now: Mutation): Mutation {
  const { situatieNieuw: [was = {}] = [], situatieOud, signaal: said = [] } = before;
  const { situatieNieuw: [is = {}] = [], signaal = [], ...rest } = now;
  const codes = new Set(signaal.map(({ signaalcode }) => signaalcode));
  const kept = said.filter((one) => !codes.has(one.signaalcode) && stillHolds(one, was, is));
  const signalen = [...signaal, ...kept].sort((a, b) => ((a.signaalcode ?? '') < (b.signaalcode ?? '') ? -1 : 1));
  return {
    ...(situatieOud ? { situatieOud } : {}),
    ...rest,
    situatieNieuw: [personAfter(was, is)],
    ...(signalen.length > 0 ? { signaal: signalen } : {}),
  };
}
