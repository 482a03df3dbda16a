import type { Occurrence } from '../gegevensset/occurrences.ts';
import { findWaarde, isValidOn, waarden, type Waardelijst } from '../waardelijsten/waardelijsten.ts';
import { hitWhen, type Controle, type Hit } from './controle.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { hitsIn, unique, valueHits, type GroupRows } from './generic.ts';
import { afnameOf, isAbsent, onAfname } from './verplichteEindtoets.ts';

const WITH_DOMAINS = '8000';

/** A toetsonderdeel or toetsdomein: its gegevens and lists, and whether a code of it carries a referentieniveau. */
interface Part extends GroupRows {
  code: string;
  list: Waardelijst;
  niveau: string;
  niveaus: Waardelijst;
  carriesNiveau: (code: string) => boolean;
}

/** Rekenen has its referentieniveau here, taal in its domeinen (PvE 4.2.5a). */
const toetsonderdeel: Part = {
  gegevensgroep: 'toetsonderdeel',
  section: '4.2.10.2',
  code: 'codeToetsonderdeel',
  list: 'toetsonderdeel',
  niveau: 'referentieniveauToetsonderdeel',
  niveaus: 'referentieniveauToetsonderdeel',
  carriesNiveau: (code) => code !== WITH_DOMAINS,
};

const toetsdomein: Part = {
  gegevensgroep: 'toetsdomein',
  section: '4.2.10.3',
  code: 'codeToetsdomein',
  list: 'toetsdomein',
  niveau: 'referentieniveauToetsdomein',
  niveaus: 'referentieniveauToetsdomein',
  carriesNiveau: () => true,
};

/** The code of the toetsonderdeel that a toetsdomein stands in; undefined for a toetsonderdeel. */
const outerCode = ({ above }: Occurrence) => textOf(above, toetsonderdeel.code);

/** Hits that tell which part they are in. */
const named = ({ code }: Part, hits: Hit[]): Hit[] =>
  hits.map((hit) => {
    const outer = hit.at && outerCode(hit.at);
    const params = { part: textOf(hit.at?.item, code), parent: outer && `Toetsonderdeel ${outer}` };
    return { ...hit, params: { ...hit.params, ...params } };
  });

/** Rows of a toetsonderdeel and of a toetsdomein: validity, once only, and the referentieniveau. */
function partRows(part: Part, missing: Controle): Controle[] {
  const row = { gegevensgroep: part.gegevensgroep, section: part.section, ernst: 'A' } as const;
  const onCode = { ...row, attribuut: part.code } as const;
  const onNiveau = { ...row, attribuut: part.niveau } as const;
  const isValid = (at: Occurrence, date: string) =>
    isValidOn(part.list, textOf(at.item, part.code) ?? '', date, { within: outerCode(at) });
  /** Hits in the parts of the list, by whether one carries a referentieniveau on the datum afname, and has it. */
  const niveauHits = (facts: Facts, wrong: (carries: boolean, has: boolean) => boolean) => {
    const date = afnameOf(facts);
    if (date === undefined) return [];
    const hits = hitsIn(part, facts, (at) => {
      const code = textOf(at.item, part.code) ?? '';
      const carries = part.carriesNiveau(code) && isValid(at, date);
      return findWaarde(part.list, code) !== undefined && wrong(carries, textOf(at.item, part.niveau) !== undefined);
    });
    return named(part, hits);
  };
  return [
    {
      ...onCode,
      code: '348',
      check: (facts) => {
        const date = afnameOf(facts);
        if (date === undefined) return [];
        return onAfname(
          facts,
          named(
            part,
            valueHits(part, facts, part.code, (_, at) => !isValid(at, date)),
          ),
        );
      },
    },
    // In the whole message, as written.
    unique(part, part.code, 'message'),
    missing,
    {
      ...onNiveau,
      code: '741',
      check: (facts) =>
        named(
          part,
          valueHits(part, facts, part.niveau, (code) => !findWaarde(part.niveaus, code)),
        ),
    },
    {
      ...onNiveau,
      code: '468',
      check: (facts) => niveauHits(facts, (carries, has) => has && !carries),
    },
    {
      ...onNiveau,
      code: '469',
      check: (facts) => niveauHits(facts, (carries, has) => carries && !has),
    },
  ];
}

const lackingIn = (list: readonly Occurrence[], part: Part, date: string, within?: string) =>
  waarden(part.list, date, { within }).filter(({ code }) => !list.some(({ item }) => textOf(item, part.code) === code));

const lacks = { code: '467', ernst: 'A' } as const;

/** Every toetsonderdeel that is valid on the datum afname is delivered by who takes part (reading R41, assumed). */
const missingToetsonderdeel: Controle = {
  ...lacks,
  gegevensgroep: toetsonderdeel.gegevensgroep,
  section: toetsonderdeel.section,
  check: (facts) => {
    const date = afnameOf(facts);
    if (date === undefined || isAbsent(facts)) return [];
    const names = lackingIn(voorkomensOf(facts, toetsonderdeel.gegevensgroep), toetsonderdeel, date);
    return names.map(({ label }) => ({ params: { missing: label } }));
  },
};

const missingToetsdomein: Controle = {
  ...lacks,
  gegevensgroep: toetsdomein.gegevensgroep,
  section: toetsdomein.section,
  check: (facts) => {
    const date = afnameOf(facts);
    if (date === undefined) return [];
    return voorkomensOf(facts, toetsonderdeel.gegevensgroep).flatMap(({ item, voorkomen }) => {
      const inside = voorkomensOf(facts, toetsdomein.gegevensgroep).filter(({ parent }) => parent === voorkomen);
      const within = textOf(item, toetsonderdeel.code) ?? '';
      return lackingIn(inside, toetsdomein, date, within).map(({ label }) => ({ params: { missing: label } }));
    });
  },
};

/** Toetsonderdeel of a verplichte eindtoets (PvE 4.2.10.2 of 2015-11). */
export const toetsonderdeelControles: Controle[] = [
  {
    gegevensgroep: toetsonderdeel.gegevensgroep,
    section: toetsonderdeel.section,
    ernst: 'A',
    code: '466',
    check: (facts) => hitWhen(isAbsent(facts) && voorkomensOf(facts, toetsonderdeel.gegevensgroep).length > 0),
  },
  ...partRows(toetsonderdeel, missingToetsonderdeel),
];

/** Toetsdomein of a toetsonderdeel (PvE 4.2.10.3 of 2015-11). */
export const toetsdomeinControles: Controle[] = partRows(toetsdomein, missingToetsdomein);
