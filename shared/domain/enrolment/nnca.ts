import { findWaarde } from '../../pve/waardelijsten/waardelijsten.ts';
import { backgroundOf, type Background, type VerzorgerFacts } from './background.ts';
import { listed, waitingFor, type Proposal } from './proposal.ts';

const COUNTRIES_MISSING = 'het geboorteland van de verzorgers';

/** What the country of birth cannot tell. */
const BEYOND =
  'Een Molukse achtergrond of een ouder met een verblijfsvergunning asiel geeft 2; dat weet alleen de school.';

/**
 * The aanduiding NNCA of a pupil of a BAO from the countries of birth of the verzorgers (PvE 7.1.11): 1 as soon as one of them
 * comes from Suriname, the Antillen or Aruba, otherwise 2 as soon as one has another niet-Nederlandse culturele achtergrond.
 */
export function proposeNnca(verzorgers: readonly VerzorgerFacts[]): Proposal {
  const among = (background: Background) =>
    verzorgers.filter(({ geboorteland }) => backgroundOf(geboorteland) === background);
  const names = (background: Background) => [
    ...new Set(
      among(background).map(({ geboorteland = '' }) => findWaarde('land', geboorteland)?.label ?? geboorteland),
    ),
  ];
  if (verzorgers.length === 0) return waitingFor([COUNTRIES_MISSING]);
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
