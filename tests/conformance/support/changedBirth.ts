import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { KnownPersonIn } from '../../mock-bron/control/registerSchemas.ts';
import type { BerichtCase } from './berichtCases.ts';
import { CHANGED_BIRTH, type ControleCase } from './controleCases.ts';

const onderwijsnummer = '100000041';
const burgerservicenummer = '999992533';
const geslacht = 'V';
/** What no case changes the geboortedatum to. */
const BEFORE = '2000-02-28';
/** Long before any case: the day on which the school delivered the inschrijving. */
const DELIVERED = '1999-08-01';

/** The inschrijving of a case, as the school delivered it of a pupil who was born on another day. */
function knownPupil({ context }: ControleCase, number: Partial<KnownPersonIn>): KnownPersonIn {
  const { content, school } = context;
  const kind = content.inschrijvingWec ? 'inschrijvingWec' : 'inschrijvingWpo';
  const [inschrijving = {}] = (content[kind] ?? []) as Voorkomen[];
  const datumInschrijving = typeof inschrijving.datumInschrijving === 'string' ? inschrijving.datumInschrijving : '';
  return {
    ...number,
    geboortedatum: BEFORE,
    geslacht,
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
  };
}

const common = ({ section, rows, editions, context, registers, expected }: ControleCase) => ({
  file: CHANGED_BIRTH,
  section,
  rows,
  editions,
  deliveredOn: context.deliveredOn,
  school: context.school,
  registers,
  expected: expected.map((finding) => finding.split(' ').slice(0, 2).join(' ')),
});

/** The school delivers the geboortedatum with bericht 2, of a pupil without BRP relation; the signalen come in bericht 9. */
function asWijziging(item: ControleCase): BerichtCase {
  const geboortedatum = item.context.content.persoonMetPgn?.[0]?.geboortedatum ?? '';
  return {
    ...common(item),
    bericht: 2,
    name: `${item.name}, by bericht 2`,
    brp: [],
    known: [knownPupil(item, { onderwijsnummer })],
    steps: [
      {
        send: 2,
        content: {
          situatieOud: [{ onderwijsnummer, geboortedatum: BEFORE, geslacht }],
          situatieNieuw: [{ geboortedatum, geslacht }],
        },
      },
    ],
  };
}

/** The geboortedatum changes in the BRP; the signalen come in bericht 15. */
function asMutatie(item: ControleCase): BerichtCase {
  const { content, register } = item.context;
  const geboortedatum = register?.birthDateBrp ?? content.persoonMetPgn?.[0]?.geboortedatum;
  return {
    ...common(item),
    bericht: 15,
    name: `${item.name}, by the BRP`,
    brp: [{ bsn: burgerservicenummer, geslachtsnaam: 'Jager', geboortedatum: BEFORE, geslacht }],
    known: [knownPupil(item, { burgerservicenummer })],
    steps: [{ method: 'PATCH', path: `/brp/${burgerservicenummer}`, body: { geboortedatum } }],
  };
}

/** A case about a changed geboortedatum over the wire, in each way in which it can change (PvE 4.2.11). */
export const changesOfBirth = (item: ControleCase): BerichtCase[] => [
  ...(item.context.register ? [] : [asWijziging(item)]),
  asMutatie(item),
];
