import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { BerichtCase } from './berichtCases.ts';
import { CHANGED_BIRTH, type ControleCase } from './controleCases.ts';

const onderwijsnummer = '100000041';
const geslacht = 'V';
/** What no case changes the geboortedatum to. */
const BEFORE = '2000-02-28';
/** Long before any case: the day on which the school delivered the inschrijving. */
const DELIVERED = '1999-08-01';

/**
 * A case about a changed geboortedatum over the wire: BRON knows the pupil, without BRP relation, and the inschrijving; the school delivers
 * the geboortedatum with bericht 2, and the signalen come back in bericht 9.
 */
export function asWijziging({
  section,
  name,
  rows,
  editions,
  context,
  registers,
  expected,
}: ControleCase): BerichtCase {
  const { content, school, deliveredOn } = context;
  const { geboortedatum = '' } = content.persoonMetPgn?.[0] ?? {};
  const kind = content.inschrijvingWec ? 'inschrijvingWec' : 'inschrijvingWpo';
  const [inschrijving = {}] = (content[kind] ?? []) as Voorkomen[];
  const datumInschrijving = typeof inschrijving.datumInschrijving === 'string' ? inschrijving.datumInschrijving : '';
  const oud = { onderwijsnummer, geboortedatum: BEFORE, geslacht };
  return {
    file: CHANGED_BIRTH,
    section,
    name,
    rows,
    editions,
    deliveredOn,
    school,
    registers,
    bericht: 2,
    brp: [],
    known: [
      {
        ...oud,
        inschrijvingen: [
          {
            brinnummer: school.brinnummer,
            aanleverpunt: '00',
            berichtidentificatie: 'E1',
            deliveredOn: DELIVERED,
            kind,
            content: { ...inschrijving, datumInschrijving },
          },
        ],
      },
    ],
    steps: [{ send: 2, content: { situatieOud: [oud], situatieNieuw: [{ geboortedatum, geslacht }] } }],
    expected: expected.map((finding) => finding.split(' ').slice(0, 2).join(' ')),
  };
}
