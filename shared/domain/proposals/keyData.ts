import { canonical } from '../../pve/berichten/content.ts';
import type { Message } from '../../pve/berichten/messages.ts';
import { wijzigingSleutelgegevens } from '../../pve/berichten/requests.ts';

/** What a wijziging sleutelgegevens says. */
export type KeyData = Omit<Message<2>, 'berichtidentificatie'>;
/** A person as BRON has registered him (PvE 5.6.10). */
export type RegisteredPerson = NonNullable<Message<10>['persoon']>[number];

/** The sleutelgegevens as they are kept here, and since when the address is the present one, `yyyy-mm-dd`. */
export interface KeptPerson {
  burgerservicenummer?: string | undefined;
  onderwijsnummer?: string | undefined;
  geboortedatum?: string | undefined;
  geslacht?: string | undefined;
  postcode?: string | undefined;
  land?: string | undefined;
  adresSince?: string | undefined;
}

/** What only the BRP tells: who has it has a BRP relation (assumed: bericht 10 does not say so itself). */
const ofBrp = [
  'burgerservicenummer',
  'achternaam',
  'voornamen',
  'geboorteland',
  'adres',
  'nationaliteitgegevens',
] as const;

/** One of both goes out: a postcode is in the Netherlands. */
const homeOf = ({ postcode, land }: Pick<KeptPerson, 'postcode' | 'land'>) =>
  postcode ? { postcode } : land ? { land } : undefined;

/**
 * The wijziging sleutelgegevens (bericht 2, PvE 5.6.2) that tells BRON how a person is kept here: as it was, and the whole new situation.
 * Undefined when BRON has the person so, or the school may not change it: there is a BRP relation, or the number is another one.
 */
export function keyDataChange(known: RegisteredPerson, here: KeptPerson): KeyData | undefined {
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, adresSince } = here;
  if (!known.onderwijsnummer || ofBrp.some((key) => known[key]?.length)) return undefined;
  if (!geboortedatum || !geslacht) return undefined;
  // Another onderwijsnummer is another person, no change of this one.
  if (!burgerservicenummer && onderwijsnummer !== known.onderwijsnummer) return undefined;
  const home = homeOf(here);
  const before = homeOf(known);
  const moved = home !== undefined && (home.postcode !== before?.postcode || home.land !== before?.land);
  const same = geboortedatum === known.geboortedatum && geslacht === known.geslacht;
  if (!burgerservicenummer && !moved && same) return undefined;
  const situation = burgerservicenummer
    ? { burgerservicenummer }
    : { ...(home ?? before), ...(moved ? { datumIngangAdreswijziging: adresSince } : {}) };
  return canonical(wijzigingSleutelgegevens, {
    situatieOud: [
      { onderwijsnummer: known.onderwijsnummer, geboortedatum: known.geboortedatum, geslacht: known.geslacht },
    ],
    situatieNieuw: [{ ...situation, geboortedatum, geslacht }],
  });
}
