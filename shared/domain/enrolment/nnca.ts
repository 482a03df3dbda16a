import type { SchoolSoort } from '../../pve/berichten/kinds.ts';
import { findWaarde } from '../../pve/waardelijsten/waardelijsten.ts';
import { backgroundOf, type Background, type VerzorgerFacts } from './background.ts';
import { listed, waitingFor, type Proposal } from './proposal.ts';

const COUNTRIES_MISSING = 'het geboorteland van de verzorgers';

/** What the country of birth cannot tell. */
const BEYOND =
  'Een Molukse achtergrond of een ouder met een verblijfsvergunning asiel geeft 2; dat weet alleen de school.';

const TREKKEND: Proposal = {
  value: '0',
  reason: 'Op een school voor trekkende bevolking is de aanduiding NNCA altijd 0.',
  missing: [],
};

/**
 * The aanduiding NNCA of a pupil from the countries of birth of the verzorgers, by what it means at the school (PvE 7.1.11). At a BAO: 1 as
 * soon as one of them comes from Suriname, the Antillen or Aruba, otherwise 2 as soon as one has another niet-Nederlandse culturele
 * achtergrond. At a SBAO and under the WEC that difference is not made. For trekkende bevolking it is 0 (PvE 4.2.8.1: 317).
 */
export function proposeNnca(verzorgers: readonly VerzorgerFacts[], soort: SchoolSoort = 'BAO'): Proposal {
  if (soort === 'TREKKEND') return TREKKEND;
  const among = (background: Background) =>
    verzorgers.filter(({ geboorteland }) => backgroundOf(geboorteland) === background);
  const names = (background: Background) => [
    ...new Set(
      among(background).map(({ geboorteland = '' }) => findWaarde('land', geboorteland)?.label ?? geboorteland),
    ),
  ];
  if (verzorgers.length === 0) return waitingFor([COUNTRIES_MISSING]);
  if (among('suriname').length > 0 && soort !== 'BAO') {
    const reason = `Een van de verzorgers is geboren in ${listed(names('suriname'), 'of')}: op uw school telt dat als niet-Nederlandse culturele achtergrond.`;
    return { value: '2', reason, missing: [] };
  }
  if (among('suriname').length > 0) {
    const reason = `Een van de verzorgers is geboren in ${listed(names('suriname'), 'of')}: op een basisschool is dat 1.`;
    return { value: '1', reason, missing: [] };
  }
  if (among('unknown').length > 0) return waitingFor([COUNTRIES_MISSING]);
  if (among('other').length > 0) {
    const reason = `Een van de verzorgers is geboren in ${listed(names('other'), 'of')}: dat geldt als niet-Nederlandse culturele achtergrond.`;
    return { value: '2', reason, missing: [] };
  }
  if (among('doubtful').length > 0) {
    const reason = `Of ${listed(names('doubtful'), 'of')} meetelt, hangt ervan af of het als Engelstalig of Europees land geldt. De regels zeggen dat niet: kies zelf.`;
    return { reason, missing: [] };
  }
  return { value: '1', reason: `De geboortelanden van de verzorgers wijzen op 1. ${BEYOND}`, missing: [] };
}
