import type { comparisonKinds, comparisonRow, guidanceSide } from '../../mijnBron/comparison.ts';
import type { Place } from '../../pve/controles/types.ts';
import type { z } from 'zod';

export type ComparisonKind = (typeof comparisonKinds)[number];
export type GuidanceKey = keyof z.infer<typeof guidanceSide>;
type ComparisonRow = z.infer<typeof comparisonRow>;

interface KindOfDifference {
  /** Dutch. */
  label: string;
  /** What to do. Dutch, one or two sentences. */
  advice: string;
  /** The gegevens that it is about; left out: all that a side has. */
  keys?: readonly GuidanceKey[];
  /** Where it is mended on the card of the pupil. */
  place: Pick<Place, 'gegevensgroep' | 'element'>;
  /** The budget is recovered when it stays so (Stappenplan step 13). */
  recovery?: true;
  /** Nothing has to be done. */
  settled?: true;
}

const indicatie = (element?: string): KindOfDifference['place'] => ({
  gegevensgroep: 'lgfIndicatie',
  ...(element ? { element } : {}),
});
const LETTER = 'Kijk op de beschikking. Klopt uw administratie niet, verbeter die dan en verstuur opnieuw.';

/** What the rows of a vergelijkingsoverzicht say, and what to do about each. Kinds and texts are ours: DUO's were not found (assumed). */
export const comparisonTexts: Record<ComparisonKind, KindOfDifference> = {
  V1: {
    label: 'Ontbreekt in BRON',
    advice: 'Vul de LGF-indicatie met de ambulante begeleiding aan op de leerlingkaart en verstuur opnieuw.',
    place: indicatie(),
    recovery: true,
  },
  V2: {
    label: 'Alleen in BRON',
    advice: 'Controleer of de begeleiding klopt. Is dat zo, dan hoeft u niets te doen: de gegevens in BRON tellen.',
    place: indicatie(),
  },
  V3: {
    label: 'Indicatiedatum verschilt',
    advice: LETTER,
    keys: ['datumIndicatiestelling'],
    place: indicatie('begindatum'),
  },
  V4: {
    label: 'Onderwijssoort verschilt',
    advice: LETTER,
    keys: ['onderwijssoort'],
    place: indicatie('onderwijssoortIndicatie'),
  },
  V5: { label: 'CVI-nummer verschilt', advice: LETTER, keys: ['cviNummer'], place: indicatie('cviNummer') },
  V6: { label: 'REC verschilt', advice: LETTER, keys: ['brinnummerRec'], place: indicatie('brinnummerRec') },
  V7: {
    label: 'Begeleidende school verschilt',
    advice:
      'Vraag de school die begeleidt welk BRIN klopt. Verbeter uw administratie als dat nodig is en verstuur opnieuw.',
    keys: ['brinnummerWec'],
    place: { gegevensgroep: 'ambulanteBegeleiding', element: 'brinnummer' },
  },
  V8: {
    label: 'Begeleidingsperiode verschilt',
    advice:
      'Controleer vanaf wanneer de leerling begeleid wordt. Verbeter uw administratie als dat nodig is en verstuur opnieuw.',
    keys: ['start', 'end'],
    place: { gegevensgroep: 'ambulanteBegeleiding', element: 'begindatum' },
  },
  V9: {
    label: 'Inschrijving verschilt',
    advice:
      'Controleer de datum inschrijving en de datum uitschrijving. Verbeter uw administratie als dat nodig is en verstuur opnieuw.',
    keys: ['datumInschrijving', 'datumUitschrijving'],
    place: { gegevensgroep: 'inschrijvingWpo', element: 'datumInschrijving' },
  },
  V10: {
    label: 'Budget bij vorige school',
    advice: 'U hoeft niets te doen: in dit schooljaar ligt het budget bij de vorige school (WPO 70a).',
    place: indicatie(),
    settled: true,
  },
};

/** What a missing pupil costs (Stappenplan step 13). */
export const recoveryRisk =
  'Staat een leerling die u eerder met een formulier hebt opgegeven niet in BRON, dan vordert DUO de bekostiging van deze leerling terug, tot uiterlijk 1 augustus 2008.';

export const guidanceNames: Record<GuidanceKey, string> = {
  onderwijssoort: 'Onderwijssoort indicatie',
  datumIndicatiestelling: 'Datum indicatiestelling',
  cviNummer: 'CVI-nummer',
  brinnummerRec: 'BRIN van het REC',
  brinnummerWec: 'BRIN van de begeleidende school',
  start: 'Begin van de begeleiding',
  end: 'Einde van de begeleiding',
  datumInschrijving: 'Datum inschrijving',
  datumUitschrijving: 'Datum uitschrijving',
};
const allKeys = Object.keys(guidanceNames) as GuidanceKey[];

/** A gegeven of a row, as each side has it. */
export interface ComparedGegeven {
  key: GuidanceKey;
  cfi?: string;
  bron?: string;
}

/** What a row shows: the gegevens that its kind is about, or all that a side has. */
export const gegevensOf = ({ kind, cfi, bron }: ComparisonRow): ComparedGegeven[] =>
  (comparisonTexts[kind].keys ?? allKeys).flatMap((key) => {
    const [ofCfi, ofBron] = [cfi?.[key], bron?.[key]];
    if (ofCfi === undefined && ofBron === undefined) return [];
    return [{ key, ...(ofCfi === undefined ? {} : { cfi: ofCfi }), ...(ofBron === undefined ? {} : { bron: ofBron }) }];
  });
