import { contactgegevens, type Contactgegevens } from '../../../../shared/mijnBron/contact.ts';
import type { LoggedIn } from '../../mijnBron/mijnBron.ts';
import type { Fields } from './access.ts';
import type { Wrong } from './fields.ts';

interface Part {
  /** Last step of the path. */
  key: string;
  label: string;
  /** What is said when it is not right. */
  ask: string;
  autocomplete?: string;
}

const persoon: readonly Part[] = [
  { key: 'naam', label: 'Naam', ask: 'Vul een naam in.', autocomplete: 'name' },
  {
    key: 'telefoonnummer',
    label: 'Telefoonnummer',
    ask: 'Vul een telefoonnummer in, hoogstens 20 tekens.',
    autocomplete: 'tel',
  },
  { key: 'email', label: 'E-mailadres', ask: 'Vul een e-mailadres in zoals naam@school.nl.', autocomplete: 'email' },
];
const adres: readonly Part[] = [
  { key: 'straatnaam', label: 'Straat', ask: 'Vul een straat in, hoogstens 80 tekens.' },
  { key: 'huisnummer', label: 'Huisnummer', ask: 'Vul een huisnummer in, hoogstens 10 tekens.' },
  { key: 'postcode', label: 'Postcode', ask: 'Vul een postcode in zoals 1234 AB.', autocomplete: 'postal-code' },
  { key: 'plaats', label: 'Plaats', ask: 'Vul een plaats in, hoogstens 80 tekens.' },
];
const school: Part = { key: 'naam', label: 'Naam van de school', ask: 'Vul de naam van de school in.' };
const las: Part = {
  key: 'las',
  label: 'LAS met versie',
  ask: 'Vul in welk LAS u gebruikt en welke versie, hoogstens 80 tekens.',
};

/** Fields of the form that belong together. */
export interface FieldGroup {
  title: string;
  fields: readonly (Part & { name: string })[];
  /** Name of the tick with which a contactpersoon is said to be the gemachtigde (C-20). */
  same?: string;
}

const at = (path: string, parts: readonly Part[]) => parts.map((part) => ({ ...part, name: `${path}.${part.key}` }));

/** What may be changed: everything by the gemachtigde, the own aanleverpunt by its contactpersoon. */
export function groupsOf(
  { hoofdvestiging, aanleverpunten }: Contactgegevens,
  { aanleverpunt: own }: LoggedIn,
): FieldGroup[] {
  const ofSchool: FieldGroup[] = [
    { title: 'Hoofdvestiging', fields: [...at('hoofdvestiging', [school]), ...at('hoofdvestiging.adres', adres)] },
    { title: 'Gemachtigde', fields: at('hoofdvestiging.gemachtigde', persoon) },
  ];
  const ofPoints = aanleverpunten.flatMap(({ aanleverpunt }, index): FieldGroup[] => {
    if (own !== undefined && own !== aanleverpunt) return [];
    const [path, number] = [`aanleverpunten.${index}`, `${hoofdvestiging.brinnummer}${aanleverpunt}`];
    return [
      { title: `Aanleverpunt ${number}`, fields: [...at(path, [las]), ...at(`${path}.adres`, adres)] },
      {
        title: `Contactpersoon van aanleverpunt ${number}`,
        fields: at(`${path}.contactpersoon`, persoon),
        same: `${path}.same`,
      },
    ];
  });
  return own === undefined ? [...ofSchool, ...ofPoints] : ofPoints;
}

type Tree = Record<string, unknown>;

const parentOf = (root: unknown, name: string): { parent: Tree; key: string } => {
  const steps = name.split('.');
  const key = steps.pop() ?? '';
  return { parent: steps.reduce((node, step) => (node as Tree)[step], root) as Tree, key };
};

/** What stands in the contactgegevens under the name of a field. */
export function valueAt(contact: Contactgegevens, name: string): string {
  const { parent, key } = parentOf(contact, name);
  return typeof parent[key] === 'string' ? parent[key] : '';
}

const tidy = (name: string, text: string) =>
  name.endsWith('.postcode') ? text.toUpperCase().replaceAll(/\s/g, '') : text.trim();

/** The contactgegevens with what was typed, and what is wrong with it. */
export function readContact(
  now: Contactgegevens,
  user: LoggedIn,
  typed: Fields,
): { next: Contactgegevens; wrong: Wrong } {
  const next = structuredClone(now);
  const groups = groupsOf(now, user);
  for (const { name } of groups.flatMap(({ fields }) => fields)) {
    const { parent, key } = parentOf(next, name);
    parent[key] = tidy(name, typed[name] ?? '');
  }
  for (const { same } of groups) {
    if (same === undefined || typed[same] === undefined) continue;
    parentOf(next, same).parent.contactpersoon = structuredClone(next.hoofdvestiging.gemachtigde);
  }
  const wrongNames = new Set(contactgegevens.safeParse(next).error?.issues.map(({ path }) => path.join('.')));
  const fields = groups.flatMap((group) => group.fields.map((field) => ({ ...field, title: group.title })));
  return {
    next,
    wrong: new Map(
      fields.filter(({ name }) => wrongNames.has(name)).map(({ name, title, ask }) => [name, `${title}: ${ask}`]),
    ),
  };
}
