import type { InschrijvingWpo } from '../../../shared/pve/berichten/content.ts';
import { judgeGeboortedatum } from '../../../shared/pve/controles/geboortedatum.ts';
import type { Finding } from '../../../shared/pve/controles/types.ts';
import type { InschrijvingRow } from '../register/inschrijvingen.ts';
import { judgingFacts } from './facts.ts';
import type { ProcessorParts } from './parts.ts';

/** What a changed geboortedatum does to the inschrijvingen of a pupil at a school (350, 351); not judged at one that BRIN no longer has. */
export const judgeInschrijvingAges = (
  rows: readonly InschrijvingRow[],
  geboortedatum: string,
  parts: Pick<ProcessorParts, 'brin' | 'editions' | 'clock'>,
): Finding[] =>
  rows.flatMap(({ brinnummer, kind, content }) => {
    if (!parts.brin.school(brinnummer)) return [];
    return judgeGeboortedatum({
      ...judgingFacts({ brinnummer, delivered_at: parts.clock.now().toISOString() }, parts),
      content: { persoonMetPgn: [{ geboortedatum }], [kind]: [JSON.parse(content) as InschrijvingWpo] },
    });
  });
