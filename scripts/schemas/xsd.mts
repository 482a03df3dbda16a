import type { Gegevenselement, Gegevensgroep, SchemaFile } from '../../shared/pve/gegevensset/types.ts';
import { stuurgegevens } from '../../shared/pve/gegevensset/header.ts';
import { messages } from '../../shared/pve/berichten/messages.ts';
import { schemaFileName, schemaFiles } from '../../shared/pve/berichten/schema.ts';
import { NAMESPACE } from '../../shared/pve/berichten/xml.ts';
import { collectTypes, type ComplexType, type SimpleType, type Types } from './collect.mts';
import { file as xmlFile, tag, type Markup } from './markup.mts';

/** What stands at the top of every generated file. */
export const NOTICE = `Reconstruction by the Bronwijs project; NOT the file of DUO, which was published apart from the Programma van Eisen (PvE).
Generated from the gegevensset by "npm run schemas". Do not edit.

From the PvE: names of the files and the namespace (5.1, 5.4.1), the element names listed in 7.3, formats and lengths (4.1),
order, cardinality and what is obligatory (5.6).
Assumed: element names that 7.3 does not list (the name in 4.1 in camel case), the names of the types, that the gegevens of a
group stand before the groups below it, and that waardelijsten, choices (PGN, postcode or land, WPO or WEC) and conditions
are left to the controles of PvE 4.2.`;

const documentation = (text: string) => tag('xs:annotation', {}, [tag('xs:documentation', {}, text)]);
const pattern = (value: string) => tag('xs:pattern', { value });
const restriction = (base: string, children: Markup[] = []) => tag('xs:restriction', { base }, children);

/** Types that the types of the gegevens are built on. */
const baseTypes = [
  tag('xs:simpleType', { name: 'datumType' }, [
    documentation('An existing date EEJJ-MM-DD from 1900-01-01 to 2199-12-31, without time zone (PvE 5.6).'),
    restriction('xs:date', [
      tag('xs:minInclusive', { value: '1900-01-01' }),
      tag('xs:maxInclusive', { value: '2199-12-31' }),
      pattern('[0-9]{4}-[0-9]{2}-[0-9]{2}'),
    ]),
  ]),
  tag('xs:simpleType', { name: 'onvolledigeDatumType' }, [
    documentation(
      'EEJJMMDD, in which DD or MMDD may be zeros (PvE 5.6). Which digits make sense is judged by the controles.',
    ),
    restriction('xs:string', [pattern('[0-9]{8}')]),
  ]),
  tag('xs:simpleType', { name: 'booleanType' }, [
    documentation('true or false (PvE 4.1.3, element 48).'),
    restriction('xs:boolean', [pattern('true|false')]),
  ]),
];

function restrictionOf({ format, length }: Gegevenselement): Markup {
  switch (format) {
    case 'datum':
      return restriction('tns:datumType');
    case 'partialDate':
      return restriction('tns:onvolledigeDatumType');
    case 'boolean':
      return restriction('tns:booleanType');
    case 'num':
      return restriction('xs:string', [pattern(`[0-9]{1,${length}}`)]);
    case 'alfanum':
      return restriction('xs:string', [
        tag('xs:minLength', { value: '1' }),
        tag('xs:maxLength', { value: String(length) }),
      ]);
  }
}

function simpleType({ name, gegevens }: SimpleType): Markup {
  const [first] = gegevens;
  if (!first) throw new Error(`${name} has no gegeven`);
  const uses = gegevens.map((gegeven) => `${gegeven.nr} ${gegeven.name}`.trim()).join('; ');
  const list = first.waardelijst ? `. Waardelijst: ${first.waardelijst}` : '';
  return tag('xs:simpleType', { name }, [documentation(`PvE 4.1: ${uses}${list}`), restrictionOf(first)]);
}

const occurs = (min: number, max: number | 'n'): Record<string, string> => ({
  ...(min === 1 ? {} : { minOccurs: String(min) }),
  ...(max === 1 ? {} : { maxOccurs: 'unbounded' }),
});

function complexType({ name, groups }: ComplexType, types: Types): Markup {
  const [group] = groups;
  if (!group) throw new Error(`${name} has no gegevensgroep`);
  const gegeven = (element: Gegevenselement) =>
    tag('xs:element', {
      name: element.xsd,
      type: `tns:${types.nameOfElement(element)}`,
      ...occurs(element.required ? 1 : 0, 1),
    });
  const below = (child: Gegevensgroep) =>
    tag('xs:element', { name: child.xsd, type: `tns:${types.nameOfGroup(child)}`, ...occurs(child.min, child.max) });
  return tag('xs:complexType', { name }, [
    documentation(groups.map((each) => each.name).join('; ')),
    tag('xs:sequence', {}, [...group.elements.map(gegeven), ...group.groups.map(below)]),
  ]);
}

/** Global elements: the stuurgegevens of the SOAP header, and every message (also those that come inside bericht 7). */
const rootElements = (types: Types): Markup[] => [
  ...stuurgegevens.elements.map((element) =>
    tag('xs:element', { name: element.xsd, type: `tns:${types.nameOfElement(element)}` }, [
      documentation(`SOAP header (PvE 5.1): ${element.name}`),
    ]),
  ),
  ...Object.entries(messages).map(([nr, group]) =>
    tag('xs:element', { name: group.xsd, type: `tns:${types.nameOfGroup(group)}` }, [
      documentation(`Bericht ${nr}: ${group.name} (PvE 5.6)`),
    ]),
  ),
];

/** Types that a file refers to. */
const references = (markup: Markup): string[] => {
  const { type, base } = markup.attributes;
  const own = [type, base].filter((name) => name?.startsWith('tns:')).map((name) => String(name).slice(4));
  return typeof markup.children === 'string' ? own : [...own, ...markup.children.flatMap(references)];
};

/** The texts of the five XSDs by file name. */
export function schemaTexts(): Record<string, string> {
  const types = collectTypes();
  const homes = new Map<string, SchemaFile>();
  for (const { name, file } of [...types.simple, ...types.complex]) homes.set(name, file);
  const text = (file: SchemaFile): string => {
    const here = <T extends { file: SchemaFile }>(list: T[]) => list.filter((type) => type.file === file);
    const content = [
      ...(file === 'berichtenVerkeerIBGroepPO' ? rootElements(types) : []),
      ...(file === 'BegrippenregisterAlgemeenPO' ? baseTypes : []),
      ...here(types.simple).map(simpleType),
      ...here(types.complex).map((type) => complexType(type, types)),
    ];
    const needed = new Set(content.flatMap(references).map((name) => homes.get(name) ?? 'BegrippenregisterAlgemeenPO'));
    const includes = schemaFiles
      .filter((other) => other !== file && needed.has(other))
      .map((other) => tag('xs:include', { schemaLocation: schemaFileName(other) }));
    const attributes = {
      'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
      'xmlns:tns': NAMESPACE,
      targetNamespace: NAMESPACE,
      elementFormDefault: 'qualified',
    };
    return xmlFile(NOTICE, tag('xs:schema', attributes, [...includes, ...content]));
  };
  return Object.fromEntries(schemaFiles.map((file) => [schemaFileName(file), text(file)]));
}
