/** Code lists about verzorgers. They are kept here and never delivered to BRON. */
interface Choice {
  code: string;
  label: string;
}

/** What a verzorger is to a pupil. */
export const relaties: readonly Choice[] = [
  { code: 'moeder', label: 'Moeder' },
  { code: 'vader', label: 'Vader' },
  { code: 'stiefouder', label: 'Stiefouder' },
  { code: 'pleegouder', label: 'Pleegouder' },
  { code: 'voogd', label: 'Voogd' },
  { code: 'grootouder', label: 'Grootouder' },
  { code: 'familie', label: 'Andere familie' },
  { code: 'buur', label: 'Buur of kennis' },
  { code: 'anders', label: 'Anders' },
];

/** The categories of the highest education of a verzorger on which the gewicht rests (gewichtenregeling from 1 August 2006). */
export const opleidingen: readonly Choice[] = [
  { code: '1', label: 'Ten hoogste basisonderwijs of (v)so-zmlk' },
  { code: '2', label: 'Ten hoogste lbo, vbo, praktijkonderwijs of vmbo basis- of kaderberoepsgerichte leerweg' },
  { code: '3', label: 'Overig (voortgezet onderwijs en hoger)' },
];

/** The label of a code in a list; the code itself when the list does not have it. */
export const labelOf = (list: readonly Choice[], code: string | undefined): string =>
  list.find((choice) => choice.code === code)?.label ?? code ?? '';
