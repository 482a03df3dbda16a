import { describe, expect, it } from 'vitest';
import type { MeldingContent } from '../../shared/pve/berichten/content.ts';
import { locateSignaal } from '../../shared/pve/signalen/signalen.ts';

const content: MeldingContent = {
  persoonMetPgn: [{ burgerservicenummer: '999992533', geboortedatum: '2001-12-31', geslacht: 'V', postcode: '2548AE' }],
  inschrijvingWpo: [
    {
      datumInschrijving: '2009-08-01',
      datumUitschrijving: '2014-07-31',
      aanduidingNnca: '1',
      adviesVo: '60',
      herzienAdviesVo: '50',
      vestiging: [{ begindatum: '2009-08-01', vestigingsvolgnummer: '00' }],
      vroegschoolsProgramma: [
        { begindatum: '2009-08-01', einddatum: '2009-12-31', vroegschoolsProgramma: '01' },
        { begindatum: '2010-01-01', einddatum: '2010-06-30', vroegschoolsProgramma: '02' },
      ],
      eindtoets: [
        { datumEindtoets: '2014-02-11', codeEindtoets: '1', uitslagEindtoets: '560' },
        { datumEindtoets: '2014-03-04', codeEindtoets: '9', uitslagEindtoets: '20' },
      ],
      lgfIndicatie: [
        {
          begindatum: '2009-09-15',
          onderwijssoortIndicatie: '33',
          brinnummerRec: '98RC',
          ambulanteBegeleiding: [
            { begindatum: '2009-10-01', brinnummer: '98WA' },
            { begindatum: '2011-02-01', brinnummer: '98WB' },
          ],
        },
        {
          begindatum: '2012-09-15',
          onderwijssoortIndicatie: '11',
          brinnummerRec: '98RD',
          cviNummer: '3-01-2012-0001',
          ambulanteBegeleiding: [{ begindatum: '2012-10-01', brinnummer: '98WA' }],
        },
      ],
    },
  ],
};

const vve = (element: string, voorkomen: number) => ({ gegevensgroep: 'vroegschoolsProgramma', element, voorkomen });
const eindtoets = (element: string, voorkomen: number) => ({ gegevensgroep: 'eindtoets', element, voorkomen });
const lgf = (element: string, voorkomen: number) => ({ gegevensgroep: 'lgfIndicatie', element, voorkomen });
const guided = (element: string, parent: number, voorkomen: number) => ({
  gegevensgroep: 'ambulanteBegeleiding',
  element,
  parent,
  voorkomen,
});
const herzien = { gegevensgroep: 'inschrijvingWpo', element: 'herzienAdviesVo' };

describe('locateSignaal with the sentences of PvE 7.1.16', () => {
  it.each([
    [
      '321',
      'Datum plaatsing vroegschools programma 2010-01-01 moet op of na datum inschrijving 2009-08-01 en op of voor datum uitschrijving 2014-07-31 liggen',
      vve('begindatum', 1),
    ],
    [
      '324',
      'Datum einde programma 2010-06-30 moet na datum ingang programma 2010-01-01 en voor of op uitschrijfdatum 2014-07-31 liggen',
      vve('einddatum', 1),
    ],
    [
      '348',
      'Vroegschools programma 02 is niet geldig op datum einde plaatsing 2010-06-30',
      vve('vroegschoolsProgramma', 1),
    ],
    ['348', 'Code eindtoets 9 is niet geldig op datum eindtoets 2014-03-04', eindtoets('codeEindtoets', 1)],
    [
      '365',
      'De combinatie van eindtoets 9 en datum eindtoets 2014-03-04 komt vaker dan eens voor binnen de gegevensgroep eindtoets',
      eindtoets('datumEindtoets', 1),
    ],
    [
      '398',
      'Code eindtoets 9 en uitslag eindtoets 20 zouden moeten voorkomen in bijbehorende waardelijst',
      eindtoets('uitslagEindtoets', 1),
    ],
    [
      '325',
      'Datum ingang indicatiestelling 2012-09-15 moet op of voor datum uitschrijving liggen',
      lgf('begindatum', 1),
    ],
    ['326', 'Datum ingang indicatiestelling 2012-09-15 mag niet in de toekomst liggen', lgf('begindatum', 1)],
    [
      '402',
      'Voor ambulante begeleiding dient u indicatie 13 of 14 te kiezen i.p.v. onderwijssoort indicatie 11',
      lgf('onderwijssoortIndicatie', 1),
    ],
    [
      '740',
      'Het veld BRINnummer REC indicatiestelling moet gevuld zijn',
      { ...lgf('brinnummerRec', 0), voorkomen: undefined },
    ],
    ['348', 'REC 98RD is niet geldig op datum indicatiestelling 2012-09-15', lgf('brinnummerRec', 1)],
    [
      '743',
      'Het veld CVI-nummer is niet conform instructies ingevuld',
      { ...lgf('cviNummer', 0), voorkomen: undefined },
    ],
    [
      '412',
      'Gegevensgroep LGF-indicatie WPO mag niet aanwezig zijn na start Passend Onderwijs',
      { gegevensgroep: 'lgfIndicatie' },
    ],
    [
      '328',
      'Datum ingang ambulante begeleiding 2011-02-01 moet gelijk zijn aan/liggen na datum indicatiestelling 2009-09-15 en datum inschrijving 2009-08-01 en moet liggen voor of op datum uitschrijving 2014-07-31',
      guided('begindatum', 0, 1),
    ],
    [
      '329',
      'BRIN-nr WEC-school 98WA is op datum 2012-10-01 niet bevoegd om (het cluster van) onderwijssoort 11 te begeleiden',
      guided('brinnummer', 1, 0),
    ],
    [
      '347',
      'BRINnummer WEC-school 98WA is niet geldig op datum ingang BRINnummer WEC-school 2012-10-01 volgens BRIN',
      guided('brinnummer', 1, 0),
    ],
    [
      '349',
      'Datum ingang BRINnummer WEC-school 2009-10-01 komt vaker dan eens voor binnen de gegevensgroep Ambulante begeleiding WPO',
      guided('begindatum', 0, 0),
    ],
    ['462', 'Herzien advies-vo moet hoger zijn dan het advies-vo', herzien],
    ['463', 'Zonder registratie eindtoets mag geen herzien advies-vo geleverd worden', herzien],
    ['475', 'Herzien advies-vo is niet toegestaan zonder registratie advies-vo', herzien],
    ['741', 'Het veld herzien advies-vo moet voorkomen in bijbehorende waardelijst', herzien],
    [
      '741',
      'Het veld advies-vo moet voorkomen in bijbehorende waardelijst',
      { gegevensgroep: 'inschrijvingWpo', element: 'adviesVo' },
    ],
    [
      '316',
      'Bij een uitschrijving in leerjaar 8 is verplichte eindtoets normaliter gevuld',
      { gegevensgroep: 'eindtoets' },
    ],
  ])('%s: %s', (code, sentence, place) => {
    expect(locateSignaal(code, sentence, content)).toEqual(place);
  });
});
