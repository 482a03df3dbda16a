import { waarden } from '../../../shared/pve/waardelijsten/waardelijsten.ts';

/** What is asked of a verzorger for the proposals; an empty text is not known. */
export interface VerzorgerInput {
  opleiding: '' | '1' | '2' | '3';
  geboorteland: string;
}

export const emptyVerzorger: VerzorgerInput = { opleiding: '', geboorteland: '' };

/** The verzorgers of whom something is known, as the proposals take them. */
export const knownVerzorgers = (verzorgers: readonly VerzorgerInput[]) =>
  verzorgers
    .filter(({ opleiding, geboorteland }) => opleiding !== '' || geboorteland !== '')
    .map(({ opleiding, geboorteland }) => ({
      ...(opleiding === '' ? {} : { opleiding }),
      ...(geboorteland === '' ? {} : { geboorteland }),
    }));

/** The categories of the ouderverklaring. */
export const opleidingen = [
  { code: '1', label: '1: ten hoogste basisonderwijs' },
  { code: '2', label: '2: ten hoogste lbo, vbo, praktijkonderwijs of vmbo basis of kader' },
  { code: '3', label: '3: een hogere opleiding' },
] as const;

/** Countries by name, each once; Nederland first. */
export const countries = ((): readonly { code: string; label: string }[] => {
  const all = [...waarden('land')].sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  return [...all.filter(({ code }) => code === '6030'), ...all.filter(({ code }) => code !== '6030')];
})();
