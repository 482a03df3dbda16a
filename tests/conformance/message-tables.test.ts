import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages } from '../../shared/pve/berichten/messages.ts';
import { isIn } from '../../shared/pve/gegevensset/editions.ts';
import type { Edition, Gegevenselement, Gegevensgroep } from '../../shared/pve/gegevensset/types.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`messages/${name}.json`, import.meta.url), 'utf8'));

/**
 * The tables of PvE 5.6, of each edition and message one line per group: its name and how often it occurs, then its gegevens with V
 * (verplicht) or O (optioneel). The kopgegevens are the message itself. Where the PvE prints a heading above a "situatie", or
 * "BRP-gegevens" inside one, it is one line.
 */
type Tables = Record<string, string[]>;

/** Where the messages are not as the PvE prints them, and why. Without `read`: the group is not in our messages. */
interface Reading {
  edition: Edition;
  messages: string[];
  group: string;
  printed?: string;
  read?: string;
  reason: string;
}
const readings = read('readings') as Reading[];

/** Names of 5.6 that 4.1 spells differently. */
const SPELLED: Record<string, string> = {
  'Advies-vo': 'Advies VO',
  'Herzien advies-vo': 'Herzien Advies-vo',
  'BRINnummer WEC instelling': 'BRINnummer WEC-school',
  'Postcode-volgens-BRP': 'Postcode volgens BRP',
  'Code toets': 'Code verplichte eindtoets',
  'Reden niet deelname': 'Reden niet-deelname',
  'Code Referentieniveau Toetsonderdeel': 'Referentieniveau Toetsonderdeel',
  'Code Referentieniveau onderdeel': 'Referentieniveau Toetsonderdeel',
  'Code Referentieniveau Toetsdomein': 'Referentieniveau Toetsdomein',
  'Code Referentieniveau domein': 'Referentieniveau Toetsdomein',
  'Tel.nr. contactpersoon': 'Tel.nr contactpersoon',
  Aanleverpuntnummer: 'Aanleverpuntnr',
};

const line = (heading: string, gegevens: string[]) => `${heading}: ${[...gegevens].sort().join(', ')}`;

function printed(edition: Edition, nr: string): string[] {
  const lines = [...(tables[edition][nr] ?? [])].map((text) => {
    const [heading = '', gegevens = ''] = text.split(': ');
    const spelled = gegevens.split(', ').map((gegeven) => {
      const name = gegeven.replace(/ \S+$/, '');
      return gegeven.replace(name, SPELLED[name] ?? name);
    });
    return `${heading}: ${spelled.join(', ')}`;
  });
  for (const reading of readings.filter((each) => each.edition === edition && each.messages.includes(nr))) {
    const at = lines.findIndex((text) => text.startsWith(`${reading.group} `) || text.startsWith(`${reading.group}:`));
    const text = lines[at];
    if (text === undefined || !text.includes(reading.printed ?? '')) throw new Error(`no line for: ${reading.reason}`);
    const changed = reading.read === undefined ? [] : [text.replace(reading.printed ?? '', reading.read)];
    lines.splice(at, 1, ...changed);
  }
  return lines.map((text) => {
    const [heading = '', gegevens = ''] = text.split(': ');
    return line(heading, gegevens.split(', '));
  });
}

/** Groups of our own, which hold what the PvE prints in the group above (7.3 has the same name for two gegevens). */
const FOLDED = /^(Ouder|Nationaliteit)-[12] BRP$/;

function ours(edition: Edition, message: Gegevensgroep): string[] {
  const known = (item: Pick<Gegevensgroep, 'since'>) => isIn(edition, item);
  const mark = ({ name, required }: Gegevenselement, obliged = true) => `${name} ${required && obliged ? 'V' : 'O'}`;
  const gegevensOf = ({ elements, groups }: Gegevensgroep): string[] => [
    ...elements.filter(known).map((element) => mark(element)),
    ...groups
      .filter(({ name }) => FOLDED.test(name))
      .flatMap((group) => group.elements.map((element) => mark(element, group.min > 0))),
  ];
  const occurs = ({ name, min, max }: Gegevensgroep) => `${name} ${min}..${max}`;
  const linesOf = (group: Gegevensgroep, heading = occurs(group)): string[] => {
    const below = group.groups.filter((child) => known(child) && !FOLDED.test(child.name));
    const answers = below.filter(({ file }) => file === 'berichtenVerkeerIBGroepPO');
    return [
      line(heading, gegevensOf(group)),
      ...(answers.length > 0 ? [line('Terugkoppel berichten', answers.map(occurs))] : []),
      ...below.filter((child) => !answers.includes(child)).flatMap((child) => linesOf(child)),
    ];
  };
  return linesOf(message, 'Kopgegevens 1..1');
}

const tables = { '2014-12': read('2014-12'), '2015-11': read('2015-11') } as Record<Edition, Tables>;

describe.each(['2014-12', '2015-11'] as const)('the messages against PvE 5.6 of %s', (edition) => {
  it('are all there', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(tables[edition]));
  });

  it.each(Object.entries(messages))('bericht %s', (nr, message) => {
    expect(ours(edition, message)).toEqual(printed(edition, nr));
  });
});
