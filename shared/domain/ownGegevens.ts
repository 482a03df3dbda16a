import type { FieldElement, FieldGroup, Format, WaardelijstName } from '../pve/gegevensset/types.ts';
import { persoonZonderPgn } from '../pve/gegevensset/person.ts';
import { binnenlandsAdres, buitenlandsAdres } from '../pve/gegevensset/personElements.ts';

/** What a school keeps of a pupil besides the gegevensset. None of it goes to BRON. */

interface Extra {
  format?: Format;
  waardelijst?: WaardelijstName;
  help?: string;
}

const field = <const K extends string>(key: K, name: string, length: number, extra: Extra = {}) =>
  ({ key, name, format: 'alfanum', length, required: false, ...extra }) as FieldElement & { key: K };

/** Declares a group with its types kept. */
const group = <const G extends FieldGroup>(definition: G): G => definition;

/** Gegevens of the person that stand beside the persoonsgegevens of bericht 3. */
export const ownPersoon = group({
  key: 'persoon',
  name: 'Persoonsgegevens',
  max: 1,
  elements: [
    field('roepnaam', 'Roepnaam', 200, { help: 'De naam waarmee u de leerling aanspreekt. Gaat niet naar BRON.' }),
    field('geboorteland', 'Geboorteland', 4, { waardelijst: 'land', help: 'BRON neemt het geboorteland uit de BRP.' }),
    field('nationaliteit1', 'Eerste nationaliteit', 4, {
      waardelijst: 'nationaliteit',
      help: 'BRON neemt de nationaliteit uit de BRP; u legt haar vast voor uw eigen administratie.',
    }),
    field('nationaliteit2', 'Tweede nationaliteit', 4, { waardelijst: 'nationaliteit' }),
    field('geheim', 'Adres is geheim', 5, {
      format: 'boolean',
      help: 'Ja, als de gemeente of de ouders om geheimhouding hebben gevraagd: wie niet mag registreren ziet het adres dan niet.',
    }),
  ],
  groups: [],
});

/** The gegevens of persoonZonderPgn that make an address, as they stand in a form. */
const adres = [
  ...binnenlandsAdres,
  ...persoonZonderPgn.elements.filter(
    (element): element is typeof element & { key: 'postcode' | 'land' } =>
      element.key === 'postcode' || element.key === 'land',
  ),
  ...buitenlandsAdres,
] as const;

/** The keys of an address: of a pupil, of a former address, of a verzorger. */
export const adresKeys = adres.map(({ key }) => key);
export type AdresKey = (typeof adres)[number]['key'];

export const phone = group({
  key: 'phone',
  name: 'Telefoonnummers',
  max: 'n',
  elements: [
    field('label', 'Van wie of waar', 100),
    field('number', 'Telefoonnummer', 30),
    field('emergency', 'Bellen bij nood', 5, { format: 'boolean' }),
  ],
  groups: [],
});

export const email = group({
  key: 'email',
  name: 'E-mailadressen',
  max: 'n',
  elements: [field('label', 'Van wie of waar', 100), field('address', 'E-mailadres', 200)],
  groups: [],
});

/** An address that no longer holds, with the days on which it did. */
export const formerAdres = group({
  key: 'formerAdres',
  name: 'Eerdere adressen',
  max: 'n',
  period: 'einddatum',
  elements: [
    field('begindatum', 'Vanaf', 8, { format: 'datum' }),
    field('einddatum', 'Tot en met', 8, { format: 'datum' }),
    ...adres,
  ],
  groups: [],
});

/** How the pupil and those at home are reached, what counts in an emergency, and where the pupil lived before. */
export const contact = group({
  key: 'contact',
  name: 'Contact en nood',
  max: 1,
  elements: [
    field('doctor', 'Huisarts', 100),
    field('doctorPhone', 'Telefoonnummer huisarts', 30),
    field('allergies', 'Allergieën', 2000),
    field('medication', 'Medicijnen', 2000),
    field('emergencyRemarks', 'Wat verder telt bij nood', 2000),
  ],
  groups: [phone, email, formerAdres],
});
