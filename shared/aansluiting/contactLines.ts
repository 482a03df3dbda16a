import type { ContactForm } from '../api/aansluiting.ts';
import type { Contactgegevens } from '../mijnBron/contact.ts';

/** One field of the contactgegevens, here and in Mijn BRON. */
export interface ContactLine {
  /** Dutch: whose field it is. */
  of: string;
  /** Of which aanleverpunt; absent: of the hoofdvestiging. */
  aanleverpunt?: string;
  /** Dutch: which field. */
  label: string;
  /** Undefined: this side does not have the whole group. */
  own: string | undefined;
  held: string | undefined;
  same: boolean;
}

interface Group {
  aanleverpunt?: string;
  /** By their Dutch label. */
  fields: ReadonlyMap<string, string>;
}
type Groups = ReadonlyMap<string, Group>;
type Fields = Group['fields'];

interface Side {
  hoofdvestiging: Contactgegevens['hoofdvestiging'];
  aanleverpunten: readonly Contactgegevens['aanleverpunten'][number][];
}

const adresOf = ({ straatnaam, huisnummer, postcode, plaats }: Side['hoofdvestiging']['adres']): Fields =>
  new Map([
    ['Straat', straatnaam],
    ['Huisnummer', huisnummer],
    ['Postcode', postcode],
    ['Plaats', plaats],
  ]);

const personOf = ({ naam, telefoonnummer, email }: Side['hoofdvestiging']['gemachtigde']): Fields =>
  new Map([
    ['Naam', naam],
    ['Telefoon', telefoonnummer],
    ['E-mail', email],
  ]);

/** The groups of one side in the order of the Stappenplan, each with its fields. */
function groupsOf({ hoofdvestiging, aanleverpunten }: Side): Groups {
  const { brinnummer, vestigingsvolgnummer, naam, adres, gemachtigde } = hoofdvestiging;
  return new Map<string, Group>([
    [
      'Hoofdvestiging',
      {
        fields: new Map([
          ['BRIN', brinnummer],
          ['Vestigingsnummer', vestigingsvolgnummer],
          ['Naam', naam],
          ...adresOf(adres),
        ]),
      },
    ],
    ['Gemachtigde', { fields: personOf(gemachtigde) }],
    ...aanleverpunten
      .toSorted((a, b) => a.aanleverpunt.localeCompare(b.aanleverpunt))
      .flatMap(({ aanleverpunt, las, adres: place, contactpersoon }): [string, Group][] => [
        [`Aanleverpunt ${aanleverpunt}`, { aanleverpunt, fields: new Map([['LAS', las], ...adresOf(place)]) }],
        [`Contactpersoon van aanleverpunt ${aanleverpunt}`, { aanleverpunt, fields: personOf(contactpersoon) }],
      ]),
  ]);
}

/** Ways to write the same: spaces and signs in a telephone number or postcode, capitals in an address of e-mail. */
const plain: ReadonlyMap<string, (value: string) => string> = new Map([
  ['Telefoon', (value: string) => value.replaceAll(/[\s()-]/g, '')],
  ['Postcode', (value: string) => value.replaceAll(/\s/g, '').toUpperCase()],
  ['E-mail', (value: string) => value.toLowerCase()],
]);

const isSame = (label: string, own: string, held: string): boolean => {
  const write = plain.get(label) ?? ((value: string) => value);
  return write(own.trim()) === write(held.trim());
};

/**
 * The contactgegevens here beside those that Mijn BRON holds, field by field (Stappenplan steps 2 and 7).
 * @param held undefined: not known, every field of it is absent
 */
export function contactLines(own: ContactForm, held: Contactgegevens | undefined): ContactLine[] {
  const here = groupsOf(own);
  const there: Groups = held ? groupsOf(held) : new Map();
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((of) => {
    const [ownGroup, heldGroup] = [here.get(of), there.get(of)];
    const { aanleverpunt, fields } = ownGroup ?? heldGroup ?? { fields: new Map<string, string>() };
    return [...fields.keys()].map((label) => {
      const [ownValue, heldValue] = [ownGroup?.fields.get(label), heldGroup?.fields.get(label)];
      const same = ownValue !== undefined && heldValue !== undefined && isSame(label, ownValue, heldValue);
      return { of, ...(aanleverpunt ? { aanleverpunt } : {}), label, own: ownValue, held: heldValue, same };
    });
  });
}

/**
 * What Mijn BRON is to hold from now on: of the own aanleverpunt what is here, and for the rest what it held. With the certificate of an
 * aanleverpunt nothing else can be changed: the gemachtigde does that on the site.
 * @param point the own aanleverpunt
 */
export function contactToSend(own: ContactForm, held: Contactgegevens, point: string): Contactgegevens {
  const here = own.aanleverpunten.filter(({ aanleverpunt }) => aanleverpunt === point);
  const others = held.aanleverpunten.filter(({ aanleverpunt }) => aanleverpunt !== point);
  return { ...held, aanleverpunten: [...others, ...here] };
}
