import { begindatum, element, group } from './build.ts';

const file = 'BegrippenregisterOnderwijsverbandPO';

/** Vestiging WPO (PvE 4.1.3, elements 45 and 46). */
export const vestigingWpo = group({
  key: 'vestiging',
  name: 'Vestiging WPO',
  xsd: 'vestigingsplaatsing',
  file: 'BegrippenregisterInstellingEnOnderwijsPO',
  min: 1,
  max: 'n',
  period: 'begindatum',
  elements: [
    begindatum('45', 'Datum ingang plaatsing vestiging', 'De eerste periode begint op de datum inschrijving.'),
    element('46', 'vestigingsvolgnummer', 'Vestigingsvolgnummer', 'vestigingsvolgnummer', 'alfanum', 2, {
      required: true,
      waardelijst: 'vestiging',
      help: 'De vestiging waar de leerling zit. De vestigingen van uw school staan bij Instellingen.',
    }),
  ],
  groups: [],
});

/** Indicatie bekostiging WPO (PvE 4.1.3, elements 47 and 48). */
export const indicatieBekostigingWpo = group({
  key: 'indicatieBekostiging',
  name: 'Indicatie bekostiging WPO',
  xsd: 'bekostigingsGegevens',
  file,
  min: 1,
  max: 'n',
  period: 'begindatum',
  elements: [
    begindatum('47', 'Datum ingang indicatie bekostiging', 'De eerste periode begint op de datum inschrijving.'),
    element('48', 'indicatieBekostiging', 'Indicatie bekostiging', 'indicatieBekostiging', 'boolean', 5, {
      required: true,
      help: 'Ja, als de inschrijving volgens de school voor bekostiging meetelt.',
    }),
  ],
  groups: [],
});

/** Leerjaar/groep WPO (PvE 4.1.3, elements 49 to 51). */
export const leerjaarGroepWpo = group({
  key: 'leerjaarGroep',
  name: 'Leerjaar/groep WPO',
  xsd: 'voortgang',
  file,
  min: 1,
  max: 'n',
  period: 'begindatum',
  elements: [
    begindatum('49', 'Datum plaatsing leerjaar/groep', 'De eerste periode begint op de datum inschrijving.'),
    element('50', 'leerjaar', 'Leerjaar', 'leerjaar', 'alfanum', 1, {
      required: true,
      help: '1 tot en met 8; 0 alleen voor varende kinderen.',
    }),
    element('51', 'groep', 'Groep', 'groep', 'alfanum', 30, {
      required: true,
      help: 'De naam van de groep, uniek binnen de vestiging.',
    }),
  ],
  groups: [],
});

/** Vroegschools programma WPO (PvE 4.1.3, elements 52 to 54). */
export const vroegschoolsProgrammaWpo = group({
  key: 'vroegschoolsProgramma',
  name: 'Vroegschools programma WPO',
  xsd: 'vroegschoolsProgrammaWPO',
  file,
  min: 0,
  max: 'n',
  period: 'begindatum',
  elements: [
    begindatum(
      '52',
      'Datum plaatsing vroegschools programma',
      'De eerste dag dat de leerling aan het programma meedeed.',
    ),
    element(
      '53',
      'einddatum',
      'Datum einde plaatsing vroegschools programma',
      'tijdsbeeldPeriodeEinddatum',
      'datum',
      8,
      { help: 'De laatste dag dat de leerling aan het programma meedeed; leeg zolang het doorgaat.' },
    ),
    element('54', 'vroegschoolsProgramma', 'Vroegschools programma', 'vroegschoolsProgramma', 'alfanum', 2, {
      required: true,
      waardelijst: 'vve',
      help: 'Het vve-programma dat de leerling in groep 1 of 2 volgt.',
    }),
  ],
  groups: [],
});

/** Eindtoets WPO (PvE 4.1.3, elements 55 to 57). */
export const eindtoetsWpo = group({
  key: 'eindtoets',
  name: 'Eindtoets WPO',
  xsd: 'eindtoetsWPO',
  file,
  min: 0,
  max: 'n',
  period: 'datumEindtoets',
  elements: [
    element('55', 'datumEindtoets', 'Datum eindtoets', 'datumEindtoets', 'datum', 8, {
      required: true,
      help: 'De dag waarop de toets is gemaakt; bij meer dagen de eerste.',
    }),
    element('56', 'codeEindtoets', 'Code eindtoets', 'codeEindtoets', 'alfanum', 2, {
      required: true,
      waardelijst: 'eindtoets',
      help: 'Welke toets de leerling maakte.',
    }),
    element('57', 'uitslagEindtoets', 'Uitslag eindtoets', 'uitslagEindtoets', 'num', 3, {
      help: 'De score op de uitslag van de toets, zonder komma. Een toets zonder score laat u leeg.',
    }),
  ],
  groups: [],
});

/** Ambulante begeleiding WPO, inside a LGF-indicatie (PvE 4.1.3, elements 62 and 63). */
export const ambulanteBegeleidingWpo = group({
  key: 'ambulanteBegeleiding',
  name: 'Ambulante begeleiding WPO',
  xsd: 'ambulanteBegeleidingWPO',
  file,
  min: 1,
  max: 'n',
  period: 'begindatum',
  elements: [
    begindatum(
      '62',
      'Datum ingang BRINnummer WEC-school',
      'De eerste dag waarop deze school de leerling begeleidt, op of na de datum inschrijving.',
    ),
    element('63', 'brinnummer', 'BRINnummer WEC-school', 'BRINnummer', 'alfanum', 4, {
      required: true,
      waardelijst: 'brin',
      help: 'De school voor speciaal onderwijs die uw leerling begeleidt, met twee cijfers en twee letters. Die school geeft het u.',
    }),
  ],
  groups: [],
});

/** LGF-indicatie WPO with its ambulante begeleiding (PvE 4.1.3, elements 58 to 63). */
export const lgfIndicatieWpo = group({
  key: 'lgfIndicatie',
  name: 'LGF-indicatie WPO',
  xsd: 'LGFindicatieWPO',
  file,
  min: 0,
  max: 'n',
  period: 'begindatum',
  elements: [
    begindatum(
      '58',
      'Datum indicatiestelling',
      'De begindatum op de beschikking van de commissie voor de indicatiestelling.',
    ),
    element('59', 'onderwijssoortIndicatie', 'Onderwijssoort indicatie', 'onderwijssoortIndicatie', 'alfanum', 2, {
      required: true,
      waardelijst: 'onderwijssoortIndicatie',
      help: 'De onderwijssoort die op de beschikking van het rugzakje staat.',
    }),
    element('60', 'brinnummerRec', 'BRINnummer REC indicatiestelling', 'BRINnummer', 'alfanum', 4, {
      waardelijst: 'brin',
      help: 'Het BRIN van het regionaal expertisecentrum dat de indicatie gaf; het staat op de beschikking. Niet nodig in cluster 1.',
    }),
    element('61', 'cviNummer', 'CVI-nummer', 'CVInummer', 'alfanum', 14, {
      help: 'Het nummer op de beschikking, bijvoorbeeld 3-01-2009-0001: cluster, commissie, jaar en volgnummer.',
    }),
  ],
  groups: [ambulanteBegeleidingWpo],
});

/** Gewicht WPO (PvE 4.1.3, elements 64 to 66). */
export const gewichtWpo = group({
  key: 'gewicht',
  name: 'Gewicht WPO',
  xsd: 'gewichtGegevensWPO',
  file,
  min: 0,
  max: 'n',
  period: 'begindatum',
  elements: [
    element('64', 'codeGewichtenregeling', 'Code gewichtenregeling', 'codeGewichtenregeling', 'num', 2, {
      required: true,
      waardelijst: 'gewichtenregeling',
      help: 'Regeling 1 gold tot 1 augustus 2010, regeling 2 geldt vanaf 1 augustus 2006.',
    }),
    begindatum('65', 'Datum ingang gewicht', 'De eerste periode begint op de datum inschrijving.'),
    element('66', 'gewicht', 'Gewicht', 'gewicht', 'alfanum', 4, {
      required: true,
      waardelijst: 'gewicht',
      help: 'Met een komma, bijvoorbeeld 0,30.',
    }),
  ],
  groups: [],
});

/** Ontwikkelingsperspectief of a pupil of a BAO (PvE 4.1.3, elements 66a and 66b; since the edition of 2015-11). */
export const ontwikkelingsperspectiefWpo = group({
  key: 'ontwikkelingsperspectief',
  name: 'Ontwikkelingsperspectief BAO WPO',
  xsd: 'ontwikkelingsperspectiefBAO',
  file,
  min: 0,
  max: 'n',
  period: 'begindatum',
  since: '2015-11',
  elements: [
    begindatum('66a', 'Datum ingang OPP', 'De dag waarop het ontwikkelingsperspectief ingaat; vanaf 1 augustus 2015.'),
    element('66b', 'einddatum', 'Datum einde OPP', 'tijdsbeeldPeriodeEinddatum', 'datum', 8, {
      help: 'De laatste dag waarop het geldt. Verplicht als de leerling is uitgeschreven.',
    }),
  ],
  groups: [],
});

/** The vaste gegevens of an inschrijving WPO and all groups below it, in the order of bericht 3 (PvE 5.6.3). */
export const inschrijvingWpo = group({
  key: 'inschrijvingWpo',
  name: 'Inschrijving WPO',
  xsd: 'inschrijvingWPO',
  file,
  min: 0,
  max: 1,
  elements: [
    element('38', 'datumInschrijving', 'Datum inschrijving', 'datumInschrijving', 'datum', 8, {
      required: true,
      help: 'De eerste dag dat de leerling les krijgt. Is dat de eerste schooldag van het jaar, dan 1 augustus.',
    }),
    element('39', 'voorschoolsProgramma', 'Voorschools programma', 'voorschoolsProgramma', 'alfanum', 2, {
      waardelijst: 'vve',
      help: 'Het programma dat de leerling op de peuterspeelzaal of het kinderdagverblijf volgde. De ouders of de voorschool weten het.',
    }),
    element('40', 'voorschoolseMaanden', 'Voorschoolse maanden', 'voorschoolseMaanden', 'num', 2, {
      help: '1 tot en met 24 maanden.',
    }),
    element('41', 'datumUitschrijving', 'Datum uitschrijving', 'datumUitschrijving', 'datum', 8, {
      help: 'De laatste dag dat de leerling les krijgt. Is dat de laatste schooldag van het jaar, dan 31 juli.',
    }),
    element('42', 'adviesVo', 'Advies VO', 'adviesVO', 'alfanum', 2, {
      waardelijst: 'adviesVo',
      help: 'Het advies van de school voor het voortgezet onderwijs, in leerjaar 8.',
    }),
    element('42a', 'herzienAdviesVo', 'Herzien Advies-vo', 'herzienAdviesVO', 'alfanum', 2, {
      since: '2015-11',
      waardelijst: 'adviesVo',
      help: 'Alleen als het advies na de eindtoets naar boven is bijgesteld; vanaf schooljaar 2014-2015.',
    }),
    element('43', 'aanduidingNnca', 'Aanduiding NNCA WPO', 'aanduidingNNCA', 'alfanum', 1, {
      required: true,
      waardelijst: 'nnca',
      help: 'Niet-Nederlandse culturele achtergrond. Op een basisschool tellen Suriname, de Antillen en Aruba als 1, in het speciaal basisonderwijs als 2; voor trekkende bevolking is het altijd 0.',
    }),
    element(
      '44',
      'datumOorspronkelijkeInschrijving',
      'Datum inschrijving oorspronkelijke inschrijving',
      'datumOorspronkelijkeInschrijving',
      'datum',
      8,
      { help: 'De datum waaronder BRON de inschrijving kende die u hiermee verbetert. Het programma vult die in.' },
    ),
  ],
  groups: [
    vestigingWpo,
    indicatieBekostigingWpo,
    leerjaarGroepWpo,
    vroegschoolsProgrammaWpo,
    eindtoetsWpo,
    lgfIndicatieWpo,
    gewichtWpo,
    ontwikkelingsperspectiefWpo,
  ],
});
