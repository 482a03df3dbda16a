import type { Ernst } from '../controles/types.ts';
import begeleiding from './begeleiding.json' with { type: 'json' };
import beleidsinformatie from './beleidsinformatie.json' with { type: 'json' };
import groepen from './groepen.json' with { type: 'json' };
import inschrijving from './inschrijving.json' with { type: 'json' };
import persoon from './persoon.json' with { type: 'json' };
import technical from './technical.json' with { type: 'json' };
import verklaringen from './verklaringen.json' with { type: 'json' };
import verplichteEindtoets from './verplichteEindtoets.json' with { type: 'json' };
import wec from './wec.json' with { type: 'json' };

/** What we know of one signaal of PvE 7.1.16. The texts are our own; code and ernst are the PvE's. */
export interface CatalogEntry {
  code: string;
  ernst: Ernst;
  title: string;
  meaning: string;
  /** How it usually comes about at a school. */
  cause: string;
  remedy: string;
  /** Sentence with `{placeholders}`; a part between `[` and `]` falls away when a placeholder in it has no value. */
  template: string;
  /** Where it can belong: `gegevensgroep` or `gegevensgroep.element`. */
  places: readonly string[];
}

const all = [
  technical,
  persoon,
  inschrijving,
  groepen,
  begeleiding,
  wec,
  verklaringen,
  beleidsinformatie,
  verplichteEindtoets,
].flatMap(({ signalen }) => signalen as CatalogEntry[]);

/** The signalen by code. */
export const catalog: ReadonlyMap<string, CatalogEntry> = new Map(all.map((entry) => [entry.code, entry]));
