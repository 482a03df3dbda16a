import type { MeldingContent } from '../../../../shared/pve/berichten/content.ts';
import { locateSignaal } from '../../../../shared/pve/signalen/signalen.ts';
import { written } from '../controleCases.ts';
import { textOf, type Returned } from './exchange.ts';

/** The messages whose signalen are of ernst A: nothing was registered. */
const REFUSALS = new Set([7, 13, 17]);

/**
 * The signalen of a message that came back, as the cases write findings: of a melding the place too, as far as the omschrijving tells it.
 */
export function findingsIn({ nr, content }: Returned, melding?: MeldingContent): string[] {
  const ernst = REFUSALS.has(nr) ? 'A' : 'S';
  const signalen = Array.isArray(content.signaal) ? content.signaal : [];
  return signalen.map(({ signaalcode, omschrijving }) => {
    const code = textOf(signaalcode);
    const place = melding && locateSignaal(code, textOf(omschrijving), melding);
    return place ? written({ code, ernst, ...place }) : `${code} ${ernst}`;
  });
}
