import { describe, expect, it } from 'vitest';
import { controles } from '../../shared/pve/controles/controles.ts';
import { geboortedatumControles } from '../../shared/pve/controles/geboortedatum.ts';
import { onderwijsnummerControles } from '../../shared/pve/controles/identificatieverzoek.ts';
import { judgeControles } from '../../shared/pve/controles/judge.ts';
import { situatieNieuwControles } from '../../shared/pve/controles/sleutelgegevens.ts';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { verwijderenControles } from '../../shared/pve/controles/verwijderen.ts';
import { catalog } from '../../shared/pve/signalen/catalog.ts';
import { locateSignaal } from '../../shared/pve/signalen/signalen.ts';
import { berichtCases } from './support/berichtCases.ts';
import { controleCases, written, type ControleCase } from './support/controleCases.ts';

const judged = ({ context, controles: own }: ControleCase, edition: Edition = context.edition) =>
  judgeControles({ ...context, edition }, own);
const findingsOf = (item: ControleCase, edition?: Edition) => judged(item, edition).map(({ finding }) => finding);
/** The rows of a melding and those of a changed geboortedatum. */
const registry = [...controles, ...geboortedatumControles];

/** Rows by which other messages are judged, and those that the identification gives beside the controles of a melding. */
const elsewhere = [
  ...onderwijsnummerControles,
  ...situatieNieuwControles,
  ...verwijderenControles.filter(({ code }) => code === '304'),
];

const bySection = Map.groupBy(controleCases, ({ file }) => file);

describe('the cases written from the PvE', () => {
  for (const [file, cases] of bySection) {
    describe(file, () => {
      it.each(cases.map((item) => [`${item.section} ${item.name}`, item] as const))('%s', (_, item) => {
        for (const edition of item.editions) {
          expect(findingsOf(item, edition).map(written).sort(), edition).toEqual(item.expected);
        }
      });
    });
  }

  it('have different names', () => {
    const names = controleCases.map(({ file, name }) => `${file} ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('the registry of controles', () => {
  const triggered = new Set(controleCases.flatMap((item) => judged(item).map(({ controle }) => controle)));
  const rows = registry.map(
    (controle) =>
      [`${controle.section} ${controle.code} ${controle.gegevensgroep}.${controle.attribuut ?? ''}`, controle] as const,
  );

  it.each(rows)('%s is triggered by a case', (_, controle) => {
    expect(triggered.has(controle)).toBe(true);
  });

  it.each(rows)('%s has its texts, its ernst and its place in the catalogue of signalen', (_, controle) => {
    const { code, ernst, gegevensgroep, attribuut } = controle;
    const entry = catalog.get(code);
    expect(entry?.ernst).toBe(ernst);
    expect(entry?.places).toContain(attribuut ? `${gegevensgroep}.${attribuut}` : gegevensgroep);
  });

  it('needs a register exactly where the cases without one find nothing', () => {
    const withoutRegister = controleCases.filter(({ context }) => !context.register);
    const found = new Set(withoutRegister.flatMap((item) => judged(item).map(({ controle }) => controle)));
    expect(registry.filter((controle) => controle.needs !== 'register' && !found.has(controle))).toEqual([]);
    expect([...found].filter(({ needs }) => needs === 'register')).toEqual([]);
  });

  /**
   * Rows of PvE 4.2 counted by hand in its tables, those of the edition of 2014-12 and of 2015-11; `elsewhere` are those that a
   * melding inschrijving is not judged by. The rows that only call the consistentiecontrole have no code and stand in 4.2.11; 456 is printed twice.
   * In 4.2.11 those on a verzoek (397) and a spontane mutatie (755, 756) are left out; 956 stands here for both kinds of persoonsgegevens.
   */
  const counted: Record<string, [edition2014: number, edition2015: number]> = {
    '4.2.8.1': [20, 24],
    '4.2.8.2': [7, 7],
    '4.2.8.3': [5, 5],
    '4.2.8.4': [7, 7],
    '4.2.8.5': [11, 11],
    '4.2.8.6': [7, 7],
    '4.2.8.7': [18, 18],
    '4.2.8.8': [8, 8],
    '4.2.8.9': [11, 11],
    '4.2.8.10': [0, 9],
    '4.2.9.1': [17, 18],
    '4.2.9.2': [8 - 1, 8 - 1],
    '4.2.9.3': [5, 5],
    '4.2.9.4': [9 - 1, 10 - 1],
    '4.2.9.5': [5, 5],
    '4.2.9.6': [8 - 1, 9 - 1],
    '4.2.9.7': [8 - 1, 8 - 1],
    '4.2.9.8': [22 - 1, 22 - 1],
    '4.2.9.9': [12 - 1, 12 - 1],
    '4.2.9.10': [17, 17],
    '4.2.9.11': [16 - 1, 16 - 1],
    '4.2.9.12': [0, 13],
    '4.2.10.1': [0, 13],
    '4.2.10.2': [0, 7],
    '4.2.10.3': [0, 6],
    '4.2.11': [19 - 3 + 1, 19 - 3 + 1],
  };
  it.each(Object.entries(counted))('has every row of %s', (section, [edition2014, edition2015]) => {
    const rowsOf = (edition: Edition) =>
      [...registry, ...elsewhere].filter(
        (controle) => controle.section === section && (controle.edition ?? edition) === edition,
      );
    expect([rowsOf('2014-12').length, rowsOf('2015-11').length]).toEqual([edition2014, edition2015]);
  });

  it('has every row of 4.2.7, those on gegevens with and without PGN once', () => {
    const keys = [...controles, ...situatieNieuwControles]
      .filter(({ section }) => section === '4.2.7')
      .map(({ code, attribuut }) => `${code} ${attribuut}`);
    expect(new Set(keys).size + onderwijsnummerControles.length).toBe(41);
  });

  it.each(elsewhere.map((controle) => [`${controle.code} ${controle.attribuut}`, controle] as const))(
    '%s, which no melding is judged by, has its ernst in the catalogue and cases over the wire',
    (_, { code, ernst }) => {
      expect(catalog.get(code)?.ernst).toBe(ernst);
      expect(berichtCases.some(({ expected }) => expected.includes(`${code} ${ernst}`))).toBe(true);
    },
  );

  it('has for each row on a message other than a melding a case that breaks it and one that does not', () => {
    const named = (id: string) => berichtCases.filter((item) => item.rows.includes(id));
    const ids = ['4.2.7-12-793', '4.2.7-14-793', '4.2.7-19-793', '4.2.7-23-793', '4.2.7-41-301'];
    for (const id of [...ids, '4.2.8.1-08-304', '4.2.9.1-06-304']) {
      const broken = named(id).map(({ expected }) => expected.includes(`${id.slice(-3)} A`));
      expect([id, new Set(broken).size]).toEqual([id, 2]);
    }
  });
});

describe('the omschrijving of a finding', () => {
  const findings = controleCases.flatMap((item) =>
    findingsOf(item).map((finding) => [`${item.name}: ${finding.code}`, finding, item.context] as const),
  );

  it.each(findings)('%s fits and has no open placeholder', (_, { omschrijving }) => {
    expect(omschrijving.length).toBeLessThanOrEqual(250);
    expect(omschrijving).not.toMatch(/[{}[\]]|undefined| {2}|\( ?\)|^ | $/);
  });

  it.each([
    [
      '301: on the day the school closes',
      'vestiging.json',
      'School 99ZZ is volgens BRIN niet in bedrijf op Datum ingang plaatsing vestiging 1-10-2009.',
    ],
    [
      '321: the day after the datum uitschrijving',
      'gewicht.json',
      'Datum ingang gewicht 2-10-2009 moet op of na de datum inschrijving 1-8-2009 en op of voor de datum uitschrijving 1-10-2009 liggen.',
    ],
    [
      '321: the day before the datum inschrijving',
      'gewicht.json',
      'Datum ingang gewicht 31-7-2009 moet op of na de datum inschrijving 1-8-2009 liggen.',
    ],
    [
      '348: regeling 1 on its end date',
      'gewicht.json',
      'Code gewichtenregeling 1 is niet geldig op Datum ingang gewicht 1-8-2010.',
    ],
    ['742: in the second voorkomen', 'leerjaar.json', 'De opmaak van Leerjaar (9) is niet juist (vanaf 1-10-2009).'],
    [
      '349: the same date twice',
      'gewicht.json',
      'Datum ingang gewicht 1-8-2009 komt meer dan eens voor bij Gewicht WPO.',
    ],
    [
      '305: on the geboortedatum',
      'inschrijving.json',
      'Datum inschrijving 1-8-2008 ligt niet na de geboortedatum 1-8-2008.',
    ],
    [
      '311: two others, one signal that names both',
      'inschrijving.json',
      'Deze leerling heeft op uw school al een inschrijving, met datum inschrijving 1-8-2008, 1-9-2009.',
    ],
    ['geboortedatum: month 13', 'persoon.json', 'De opmaak van Geboortedatum (1-13-2001) is niet juist.'],
    ['geslacht: not in the list', 'persoon.json', 'Geslacht X komt niet voor in de waardelijst.'],
    ['BSN: last digit one higher', 'persoon.json', 'Burgerservicenummer 999992534 doorstaat de elfproef niet.'],
    [
      '312: a later bericht was processed already',
      'inschrijving.json',
      'Een later bericht (0000000000000042) over deze inschrijving is al verwerkt.',
    ],
    [
      'a WEC school sends an inschrijving WPO',
      'kopgegevens.json',
      'Deze school is bekend als WEC-school en kan daarom geen Inschrijving WPO aanleveren.',
    ],
    [
      '324: ends the day after the datum uitschrijving',
      'vroegschools.json',
      'Datum einde plaatsing vroegschools programma 2-10-2009 moet na Datum plaatsing vroegschools programma 1-8-2009 en op of voor de datum uitschrijving 1-10-2009 liggen.',
    ],
    [
      '365: the same toets on the same date',
      'eindtoets.json',
      'Eindtoets 1 met Datum eindtoets 1-10-2009 komt meer dan eens voor.',
    ],
    [
      '398: one below the lowest score',
      'eindtoets.json',
      'Uitslag eindtoets 500 past niet bij eindtoets 1 van 1-10-2009.',
    ],
    [
      '328: the day after the datum uitschrijving, in the second voorkomen of the second indicatie',
      'ambulanteBegeleiding.json',
      'Datum ingang BRINnummer WEC-school 2-10-2009 moet op of na de indicatiestelling 16-9-2009 en de datum inschrijving 1-8-2009 en op of voor de datum uitschrijving 1-10-2009 liggen, bij LGF-indicatie WPO van 16-9-2009.',
    ],
    [
      '329: cluster 2, and no school of the REC may teach it',
      'begeleidendeSchool.json',
      'BRINnummer WEC-school 98WA is op 15-9-2009 niet bevoegd om bij onderwijssoort indicatie 23 te begeleiden, bij LGF-indicatie WPO van 15-9-2009.',
    ],
    [
      '741: a school that BRIN does not have, in the second indicatie',
      'begeleidendeSchool.json',
      'BRINnummer WEC-school 97ZZ komt niet voor in de waardelijst (vanaf 16-9-2009), bij LGF-indicatie WPO van 16-9-2009.',
    ],
    [
      '316: neither, edition of 2015: one signal (R26)',
      'herzienAdvies.json',
      'Bij een uitschrijving in leerjaar 8 ontbreekt Advies VO en Eindtoets WPO.',
    ],
    [
      '316: no toets, edition of 2015 (R26)',
      'herzienAdvies.json',
      'Bij een uitschrijving in leerjaar 8 ontbreekt Eindtoets WPO.',
    ],
  ])('%s (%s)', (name, file, sentence) => {
    const found = controleCases.find((item) => item.name === name && item.file === file);
    expect(found && findingsOf(found)[0]?.omschrijving).toBe(sentence);
  });

  it.each(findings)('%s brings locateSignaal back to its place', (_, finding, { content }) => {
    const { code, omschrijving, gegevensgroep, element, parent, voorkomen } = finding;
    expect(locateSignaal(code, omschrijving, content)).toEqual({
      gegevensgroep,
      ...(element ? { element } : {}),
      ...(parent === undefined ? {} : { parent }),
      ...(voorkomen === undefined ? {} : { voorkomen }),
    });
  });
});
