import { stuurgegevens } from '../../shared/pve/gegevensset/header.ts';
import type { Gegevenselement, Gegevensgroep, SchemaFile } from '../../shared/pve/gegevensset/types.ts';
import { messages } from '../../shared/pve/berichten/messages.ts';

/** A named simple type: all gegevens that share an element name and a format. */
export interface SimpleType {
  name: string;
  file: SchemaFile;
  gegevens: Gegevenselement[];
}

/** A named complex type: all gegevensgroepen that share an element name and their content. */
export interface ComplexType {
  name: string;
  file: SchemaFile;
  groups: Gegevensgroep[];
}

/** Everything the schemas name, in the order of the gegevensset. */
export interface Types {
  simple: SimpleType[];
  complex: ComplexType[];
  nameOfElement(element: Gegevenselement): string;
  nameOfGroup(group: Gegevensgroep): string;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const formatOf = ({ format, length }: Gegevenselement) => `${capital(format)}${length}`;

/** The same for two groups exactly when the same XML fits both. */
function contentOf({ elements, groups }: Gegevensgroep): string {
  return JSON.stringify([
    elements.map((element) => [element.xsd, formatOf(element), element.required]),
    groups.map((group) => [group.xsd, group.min, group.max, contentOf(group)]),
  ]);
}

/** Where a gegeven of `group` belongs: the berichten file holds messages only, what they share is "algemeen". */
const homeOf = ({ file }: Gegevensgroep): SchemaFile =>
  file === 'berichtenVerkeerIBGroepPO' ? 'BegrippenregisterAlgemeenPO' : file;

/** Gathers and names the types of all messages and of the SOAP header. */
export function collectTypes(): Types {
  const simple = new Map<string, SimpleType>();
  const complex = new Map<string, ComplexType>();
  const taken = new Set<string>();
  /** Short name for the first that asks, a longer one for what differs from it. */
  const claim = (short: string, long: string) => {
    const name = [short, long].find((candidate) => !taken.has(candidate));
    if (name === undefined) throw new Error(`two different types would be called ${long}`);
    taken.add(name);
    return name;
  };
  const elementKey = (element: Gegevenselement) => `${element.xsd} ${formatOf(element)}`;
  const groupKey = (group: Gegevensgroep) => `${group.xsd} ${contentOf(group)}`;

  const addElement = (element: Gegevenselement, group: Gegevensgroep) => {
    const type = simple.get(elementKey(element));
    if (!type) {
      const name = claim(`${element.xsd}Type`, `${element.xsd}${formatOf(element)}Type`);
      simple.set(elementKey(element), { name, file: homeOf(group), gegevens: [element] });
      return;
    }
    if (type.file !== homeOf(group)) type.file = 'BegrippenregisterAlgemeenPO';
    if (!type.gegevens.some(({ nr, name }) => nr === element.nr && name === element.name)) type.gegevens.push(element);
  };
  const addGroup = (group: Gegevensgroep, parent?: Gegevensgroep) => {
    const type = complex.get(groupKey(group));
    if (!type) {
      const name = claim(`${group.xsd}Type`, `${parent?.xsd ?? ''}${capital(group.xsd)}Type`);
      complex.set(groupKey(group), { name, file: group.file, groups: [group] });
    } else if (!type.groups.some(({ name }) => name === group.name)) type.groups.push(group);
    for (const element of group.elements) addElement(element, group);
    for (const child of group.groups) addGroup(child, group);
  };

  for (const element of stuurgegevens.elements) addElement(element, stuurgegevens);
  for (const message of Object.values(messages)) addGroup(message);
  return {
    simple: [...simple.values()],
    complex: [...complex.values()],
    nameOfElement: (element) => simple.get(elementKey(element))?.name ?? '',
    nameOfGroup: (group) => complex.get(groupKey(group))?.name ?? '',
  };
}
