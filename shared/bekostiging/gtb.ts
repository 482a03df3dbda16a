import type { Gtb, GtbLeerling } from '../mijnBron/gtb.ts';
import { isNotCounted } from './signalen/catalog.ts';
import type { CountedInschrijving, CountedPupil, Counting, VestigingTelling } from './types.ts';

/** What a GTB says beside the numbers. */
export type GtbHead = Pick<Gtb, 'kenmerk' | 'naam' | 'processedUntil' | 'madeOn'>;

const named = (item: CountedInschrijving, signalen: string[]): GtbLeerling => {
  const { burgerservicenummer, onderwijsnummer, leerlingnummer, geboortedatum, inschrijving } = item;
  const pgn = burgerservicenummer ?? onderwijsnummer;
  return {
    ...(pgn ? { pgn } : {}),
    ...(leerlingnummer ? { leerlingnummer } : {}),
    geboortedatum,
    datumInschrijving: inschrijving.datumInschrijving ?? '',
    signalen,
  };
};

/**
 * The GTB of a counted vestiging (Stappenplan step 12). It names who is not counted, or not in all that it is enrolled for, and who looks odd; a
 * pupil of whom both are true stands in both lists.
 */
export function gtbOf(telling: VestigingTelling, counting: Counting, head: GtbHead): Gtb {
  const byKey = new Map(counting.inschrijvingen.map((item) => [item.key, item]));
  const list = (fits: (code: string) => boolean) =>
    telling.pupils.flatMap(({ key, signalen }: CountedPupil) => {
      const [item, said] = [byKey.get(key), signalen.filter(fits)];
      return item && said.length > 0 ? [named(item, said)] : [];
    });
  const { school, peildatum } = counting;
  return {
    layout: 'bronwijs-gtb-1',
    ...head,
    brinnummer: school.brinnummer,
    vestigingsvolgnummer: telling.vestigingsvolgnummer,
    soort: school.soort,
    peildatum,
    aantallen: { ...telling.aantallen },
    notCounted: list(isNotCounted),
    attention: list((code) => !isNotCounted(code)),
  };
}
