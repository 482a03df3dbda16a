import { isPartialDate } from '../../../../shared/domain/dates.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../../../../shared/domain/pgn.ts';
import type { MeldingContent, PersoonMetPgn, PersoonZonderPgn } from '../../../../shared/pve/berichten/content.ts';
import type { RegisterFacts } from '../../../../shared/pve/controles/types.ts';
import { findWaarde } from '../../../../shared/pve/waardelijsten/waardelijsten.ts';
import type { KnownPersonIn } from '../../../mock-bron/control/registerSchemas.ts';
import type { BrpPerson } from '../../../mock-bron/registers/brp.ts';
import { base, type ControleCase } from '../controleCases.ts';

/** A pupil for each case, so that many cases fit in one register: what is the base's becomes that pupil's own. */
export interface Pupil {
  content: MeldingContent;
  /** By what BRON and the BRP recognise the pupil: two cases with one of these in common do not go together. */
  identities: string[];
  known: KnownPersonIn[];
  citizens: BrpPerson[];
}

const numbersFrom = (first: number, isValid: (text: string) => boolean) => {
  const found: string[] = [];
  let next = first;
  return (index: number): string => {
    while (found.length <= index) {
      const text = String(next++);
      if (isValid(text)) found.push(text);
    }
    return found[index] ?? '';
  };
};

/** Made here, so that no numbers stand in the repository; the BSNs begin with 9999. */
const bsn = numbersFrom(999_900_000, isValidBsn);
const onderwijsnummer = numbersFrom(120_000_000, isValidOnderwijsnummer);

/** A different word of letters for each number. */
const letters = (index: number): string =>
  [...String(index)].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number(digit))).join('');

const NOTHING: RegisterFacts = { personFound: true, others: [], deleted: [] };
/** Beyond the numbers of the pupils of the cases. */
const OTHERS = 10_000;
/** Long before any case: the day on which schools delivered what BRON knows already. */
const BEFORE = '2000-01-01';

const [basePerson] = base().content.persoonMetPgn ?? [];
const baseNames = base().zonder as PersoonZonderPgn;

/** The content with the pupil's own number and name, where the case leaves them as the base has them. */
function ownContent(content: MeldingContent, index: number): MeldingContent {
  const [met] = content.persoonMetPgn ?? [];
  const [zonder] = content.persoonZonderPgn ?? [];
  return {
    ...content,
    ...(met?.burgerservicenummer && met.burgerservicenummer === basePerson?.burgerservicenummer
      ? { persoonMetPgn: [{ ...met, burgerservicenummer: bsn(index) }] }
      : {}),
    ...(zonder?.achternaam && zonder.achternaam === baseNames.achternaam
      ? { persoonZonderPgn: [{ ...zonder, achternaam: `${zonder.achternaam}${letters(index)}` }] }
      : {}),
  };
}

/** The inschrijvingen that schools delivered before, and the addresses. */
function history(
  { context }: Pick<ControleCase, 'context'>,
  facts: RegisterFacts,
  index: number,
): Pick<KnownPersonIn, 'adressen' | 'inschrijvingen'> {
  const { content, school } = context;
  const kind = content.inschrijvingWec ? 'inschrijvingWec' : 'inschrijvingWpo';
  const { adviesDeliveredOn, postcodeInstelling: postcode, landInstelling: land } = facts;
  const { hasVerplichteEindtoets } = facts;
  const registered = facts.registered ?? (adviesDeliveredOn || hasVerplichteEindtoets ? content[kind]?.[0] : undefined);
  const inschrijvingen = [
    ...(registered ? [{ content: registered, ...(hasVerplichteEindtoets ? { verplichteEindtoets: [{}] } : {}) }] : []),
    ...facts.others.map((other) => ({ content: other })),
    ...facts.deleted.map((datumInschrijving) => ({ content: { datumInschrijving }, deleted: true })),
  ];
  return {
    adressen:
      postcode || land
        ? [
            {
              brinnummer: school.brinnummer,
              since: BEFORE,
              ...(postcode ? { postcode } : {}),
              ...(land ? { land } : {}),
            },
          ]
        : [],
    inschrijvingen: inschrijvingen.map((inschrijving, number) => ({
      ...inschrijving,
      content: { datumInschrijving: '', ...inschrijving.content },
      brinnummer: school.brinnummer,
      aanleverpunt: '00',
      berichtidentificatie: `E${index}x${number}`,
      deliveredOn: BEFORE,
      kind,
      ...(adviesDeliveredOn ? { adviesDeliveredOn } : {}),
    })),
  };
}

/** A beschikkingsnummer belongs to one pupil (PvE 4.2.9.10, 422): cases with the same do not go together. */
const beschikkingsnummersOf = ({ inschrijvingWec = [] }: MeldingContent): string[] =>
  inschrijvingWec
    .flatMap(({ toelaatbaarheidsverklaring = [] }) => toelaatbaarheidsverklaring)
    .flatMap(({ beschikkingsnummerTlv }) => beschikkingsnummerTlv ?? []);

/** Another pupil of whom BRON has a toelaatbaarheidsverklaring with this number. */
const otherPupil = (beschikkingsnummerTlv: string, brinnummer: string, index: number): KnownPersonIn => ({
  onderwijsnummer: onderwijsnummer(OTHERS + index),
  geboortedatum: '2000-01-01',
  geslacht: 'M',
  inschrijvingen: [
    {
      brinnummer,
      aanleverpunt: '00',
      berichtidentificatie: `O${index}`,
      deliveredOn: BEFORE,
      kind: 'inschrijvingWec',
      content: { datumInschrijving: '2014-08-01', toelaatbaarheidsverklaring: [{ beschikkingsnummerTlv }] },
    },
  ],
});

/** The numbers that BRON can know a person by: those that are right. */
const pgnOf = ({ burgerservicenummer = '', onderwijsnummer: own = '' }: PersoonMetPgn = {}) => ({
  ...(isValidBsn(burgerservicenummer) ? { burgerservicenummer } : {}),
  ...(isValidOnderwijsnummer(own) ? { onderwijsnummer: own } : {}),
});

/** The pupil of a case: the `index`-th in its register. */
export function pupilOf(item: ControleCase, index: number): Pupil {
  const { context } = item;
  const content = ownContent(context.content, index);
  const facts = { ...NOTHING, ...context.register };
  const [met] = content.persoonMetPgn ?? [];
  const [zonder] = content.persoonZonderPgn ?? [];
  const delivered = met ?? zonder ?? {};
  const { geboortedatum = '', geslacht = '' } = delivered;
  const isSomebody = isPartialDate(geboortedatum) && findWaarde('geslacht', geslacht) !== undefined;
  const names = {
    achternaam: zonder?.achternaam ?? `${baseNames.achternaam ?? ''}${letters(index)}`,
    voornamen: zonder?.voornamen ?? baseNames.voornamen ?? '',
  };
  const inBrp = [facts.bsnFound, facts.birthDateBrp, facts.postcodeBrp, facts.geheim].some(Boolean);
  const number = met?.burgerservicenummer ?? (inBrp ? bsn(index) : undefined);
  const citizens: BrpPerson[] =
    isSomebody && inBrp && facts.personFound && number
      ? [
          {
            bsn: number,
            geslachtsnaam: names.achternaam,
            voornamen: names.voornamen,
            geboortedatum: facts.birthDateBrp ?? geboortedatum,
            geslacht: geslacht as BrpPerson['geslacht'],
            ...(facts.geheim ? { geheim: true } : {}),
            ...(facts.postcodeBrp ? { adressen: [{ postcode: facts.postcodeBrp }] } : {}),
          },
        ]
      : [];
  const past = history(item, facts, index);
  const hasPast = (past.adressen?.length ?? 0) + (past.inschrijvingen?.length ?? 0) > 0;
  const isKnown = hasPast || (met !== undefined && (citizens.length === 0 || met.onderwijsnummer !== undefined));
  const numbers = {
    ...pgnOf(met),
    ...(met ? {} : number ? { burgerservicenummer: number } : { onderwijsnummer: onderwijsnummer(index) }),
  };
  const canBeKnown = isSomebody && facts.personFound && Object.keys(numbers).length > 0;
  return {
    content,
    identities: [
      ...Object.values(numbers),
      ...(number ? [number] : []),
      ...beschikkingsnummersOf(content),
      ...(facts.takenBeschikkingsnummers ?? []),
      ...(zonder ? [`${names.achternaam} ${names.voornamen} ${geboortedatum}`] : []),
    ],
    known: [
      ...(isKnown && canBeKnown ? [{ ...numbers, geboortedatum, geslacht, ...names, ...past }] : []),
      ...(facts.takenBeschikkingsnummers ?? []).map((beschikkingsnummerTlv, number) =>
        otherPupil(beschikkingsnummerTlv, context.school.brinnummer, index * 10 + number),
      ),
    ],
    citizens,
  };
}
