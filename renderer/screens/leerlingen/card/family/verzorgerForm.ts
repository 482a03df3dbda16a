import {
  verzorgerGegevens,
  type GezinVerzorger,
  type VerzorgerGegevens,
  type VerzorgerLink,
} from '../../../../../shared/api/gezin.ts';
import { leadsToDoor, type Adres } from '../../../../../shared/domain/adres.ts';
import { adresKeys } from '../../../../../shared/domain/ownGegevens.ts';
import type { AddressForm } from '../../../../components/AddressFields.tsx';

/** What a verzorger is to the pupil of the card, as it is ticked. */
export interface LinkForm {
  relatie: string;
  gezagsdrager: boolean;
  livesWithLeerling: boolean;
  noodcontact: boolean;
}

type GegevensForm = Record<keyof VerzorgerGegevens, string>;
/** A verzorger as it is typed: every text, empty when not filled. */
export type VerzorgerForm = GegevensForm & LinkForm;

const gegevensKeys = Object.keys(verzorgerGegevens.shape) as (keyof VerzorgerGegevens)[];

export const emptyLink: LinkForm = { relatie: '', gezagsdrager: false, livesWithLeerling: true, noodcontact: false };

/** A form in which nothing is typed. */
export const emptyAddress = Object.fromEntries(adresKeys.map((key) => [key, ''])) as AddressForm;

const linkFormOf = ({ relatie, gezagsdrager, livesWithLeerling, noodcontact }: VerzorgerLink): LinkForm => ({
  relatie: relatie ?? '',
  gezagsdrager: gezagsdrager === 'true',
  livesWithLeerling: livesWithLeerling === 'true',
  noodcontact: noodcontact === 'true',
});

/** The form of a verzorger; of a new one, who is thought to live with the pupil, when there is none. */
export function formOf(verzorger: GezinVerzorger | undefined): VerzorgerForm {
  const gegevens = gegevensKeys.map((key) => [key, verzorger?.gegevens[key] ?? '']);
  return {
    ...(Object.fromEntries(gegevens) as GegevensForm),
    ...(verzorger ? linkFormOf(verzorger.link.gegevens) : emptyLink),
  };
}

const ticked = (value: boolean) => (value ? 'true' : undefined);

/** What is kept of a link. */
export const linkOf = ({ relatie, gezagsdrager, livesWithLeerling, noodcontact }: LinkForm): VerzorgerLink => ({
  relatie: relatie || undefined,
  gezagsdrager: ticked(gezagsdrager),
  livesWithLeerling: ticked(livesWithLeerling),
  noodcontact: ticked(noodcontact),
});

/** An address as it is kept: trimmed, the postcode as BRON has it. */
export function addressOfForm(form: AddressForm): Adres {
  const address = Object.fromEntries(adresKeys.map((key) => [key, form[key].trim() || undefined])) as Adres;
  return { ...address, postcode: address.postcode?.replaceAll(/\s/g, '') };
}

/** What is kept of a verzorger; who lives with the pupil has no address of his own. */
export function gegevensOf(form: VerzorgerForm): VerzorgerGegevens {
  const texts = gegevensKeys.map((key) => [key, form[key].trim() || undefined]);
  const own = addressOfForm(form);
  const keep = !form.livesWithLeerling && leadsToDoor(own);
  const address = Object.fromEntries(adresKeys.map((key) => [key, keep ? own[key] : undefined]));
  return { ...(Object.fromEntries(texts) as VerzorgerGegevens), ...address };
}

/** What still has to be filled in before a verzorger can be saved; by field. */
export function mistakesIn({
  achternaam,
  roepnaam,
  voorletters,
  email,
}: VerzorgerForm): Partial<Record<keyof VerzorgerForm, string>> {
  const nobody = [achternaam, roepnaam, voorletters].every((text) => text.trim() === '');
  return {
    ...(nobody ? { achternaam: 'Vul ten minste een naam in.' } : {}),
    ...(email.trim() === '' || /^\S+@\S+$/.test(email.trim()) ? {} : { email: 'Dit is geen e-mailadres.' }),
  };
}

/** The name as one says it: roepnaam or voorletters, voorvoegsel, achternaam. */
export function verzorgerName({ roepnaam, voorletters, voorvoegsel, achternaam }: VerzorgerGegevens): string {
  return [roepnaam ?? voorletters, voorvoegsel, achternaam].filter(Boolean).join(' ') || 'Verzorger zonder naam';
}
