/** Addresses in the Netherlands and abroad, as PvE 4.1.2 (elements 10, 11 and 16 to 24) has them. */
export const addressKeys = [
  'straatnaam',
  'huisnummer',
  'huisnummerToevoeging',
  'huisnummerAanduiding',
  'locatieOmschrijving',
  'postcode',
  'plaatsnaam',
  'adresregelBuitenland1',
  'adresregelBuitenland2',
  'adresregelBuitenland3',
  'land',
] as const;
export type AddressKey = (typeof addressKeys)[number];
export type Address = { [K in AddressKey]?: string | undefined };

/** The address in a record that holds more. */
export const addressOf = (record: Address): Address =>
  Object.fromEntries(addressKeys.flatMap((key) => (record[key] ? [[key, record[key]]] : [])));

const comparable = (text: string | undefined) => (text ?? '').toLowerCase().replaceAll(/\s+/g, '');

/** Code of the Netherlands in the BRP table of countries; an address without land lies there too. */
export const NETHERLANDS = '6030';

const landOf = ({ land }: Address) => (land === undefined || land === '' ? NETHERLANDS : land);

/** Whether nothing is filled in that leads to a door: a land alone is no address. */
export const isNoAddress = (address: Address): boolean =>
  addressKeys.every((key) => key === 'land' || comparable(address[key]) === '');

/** Whether two addresses are one: equal in all parts, apart from spaces and capitals. Nothing is no address. */
export const sameAddress = (a: Address, b: Address): boolean =>
  !isNoAddress(a) &&
  landOf(a) === landOf(b) &&
  addressKeys.every((key) => key === 'land' || comparable(a[key]) === comparable(b[key]));

const joined = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' ');

/** An address on one line: `Dorpsstraat 12 a, 1234AB Ons Dorp`. Empty when nothing is filled in. */
export function addressLine(address: Address): string {
  const { straatnaam, huisnummer, huisnummerToevoeging, huisnummerAanduiding, locatieOmschrijving } = address;
  return [
    joined([straatnaam, huisnummerAanduiding, huisnummer, huisnummerToevoeging]),
    locatieOmschrijving,
    joined([address.postcode, address.plaatsnaam]),
    address.adresregelBuitenland1,
    address.adresregelBuitenland2,
    address.adresregelBuitenland3,
  ]
    .filter(Boolean)
    .join(', ');
}
