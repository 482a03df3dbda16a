import type { GegevensWpo, InschrijvingGegevens } from '../../api/inschrijving.ts';

/** What is told when a pupil leaves: when, why and whereto, and what a pupil of the highest leerjaar of a WPO-school takes along. */
export interface Leaving {
  datumUitschrijving: string;
  leavingReason?: string | undefined;
  destination?: string | undefined;
  adviesVo?: string | undefined;
  eindtoets: GegevensWpo['eindtoets'];
}

/** The inschrijving as it is when the pupil has left; one of WEC has no advies VO and no eindtoets. */
export function withLeaving(gegevens: InschrijvingGegevens, leaving: Leaving): InschrijvingGegevens {
  const { adviesVo, eindtoets, ...left } = leaving;
  if (gegevens.kind === 'WEC') return { ...gegevens, ...left };
  const advies = adviesVo === undefined ? {} : { adviesVo };
  return { ...gegevens, ...left, ...advies, eindtoets: [...gegevens.eindtoets, ...eindtoets] };
}
