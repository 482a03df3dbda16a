// Gegevens of a person that several groups share (PvE 4.1.2).
import { element } from './build.ts';

export const leerlingnummer = element('5', 'leerlingnummer', 'Leerlingnummer', 'leerlingnummer', 'alfanum', 15, {
  help: 'Uw eigen nummer voor deze leerling. BRON gebruikt het niet en geeft het ongewijzigd terug.',
});
export const burgerservicenummer = element('6', 'burgerservicenummer', 'Burgerservicenummer', 'Sofinummer', 'num', 9, {
  help: 'Neem het BSN over van een officieel document. BRON zoekt de leerling op BSN, geboortedatum en geslacht samen.',
});
export const onderwijsnummer = element('7', 'onderwijsnummer', 'Onderwijsnummer', 'onderwijsnummer', 'num', 9, {
  help: 'Alleen voor een leerling zonder BSN: het nummer dat BRON heeft toegekend.',
});
export const geboortedatum = element('8', 'geboortedatum', 'Geboortedatum', 'geboortedatum', 'partialDate', 8, {
  required: true,
  help: 'Zoals op het officiële document. Is de dag of de maand onbekend, vul dan 00 in.',
});
export const geslacht = element('9', 'geslacht', 'Geslacht', 'geslacht', 'alfanum', 1, {
  required: true,
  waardelijst: 'geslacht',
  help: 'Onbekend alleen als het officieel onbekend is, niet omdat u het nog niet weet.',
});
export const postcode = element('10', 'postcode', 'Postcode-volgens-instelling', 'postcode', 'alfanum', 6, {
  waardelijst: 'postcode',
  help: 'De postcode van het woonadres: vier cijfers en twee letters. Alleen leeg bij een adres in het buitenland of een onbekend adres.',
});
export const land = element('11', 'land', 'Land-volgens-instelling', 'land', 'alfanum', 4, {
  waardelijst: 'land',
  help: 'Alleen bij een woonadres in het buitenland, of Nederland (6030) als het adres onbekend is.',
});
export const datumIngangAdreswijziging = element(
  '12',
  'datumIngangAdreswijziging',
  'Datum ingang adreswijziging',
  'datumingangadreswijziging',
  'datum',
  8,
  { help: 'Alleen als u een nieuwe postcode of een nieuw land doorgeeft: de dag waarop dat ingaat.' },
);
export const achternaam = (required: boolean) =>
  element('13', 'achternaam', 'Achternaam', 'achternaam', 'alfanum', 200, {
    required,
    help: 'Zonder voorvoegsel, zoals op het officiële document.',
  });
export const voorvoegsel = element('14', 'voorvoegsel', 'Voorvoegsel', 'voorvoegsel', 'alfanum', 10, {
  waardelijst: 'voorvoegsel',
});
export const voornamen = (required: boolean) =>
  element('15', 'voornamen', 'Alle voornamen', 'voornamen', 'alfanum', 200, {
    required,
    help: 'Alle voornamen, gescheiden door spaties. Geen voornamen bekend: alleen een punt.',
  });

/** An address in the Netherlands, without its postcode (PvE 4.1.2, elements 16 to 21). */
export const binnenlandsAdres = [
  element('16', 'straatnaam', 'Straatnaam', 'straatnaam', 'alfanum', 24),
  element('17', 'huisnummer', 'Huisnummer', 'huisnummer', 'num', 5),
  element('18', 'huisnummerToevoeging', 'Huisnummer toevoeging', 'huisnummerToevoeging', 'alfanum', 5),
  element('19', 'locatieOmschrijving', 'Locatie omschrijving', 'locatieOmschrijving', 'alfanum', 35),
  element('20', 'huisnummerAanduiding', 'Huisnummer aanduiding', 'huisnummerAanduiding', 'alfanum', 2, {
    waardelijst: 'huisnummerAanduiding',
  }),
  element('21', 'plaatsnaam', 'Plaatsnaam', 'plaatsnaam', 'alfanum', 24),
] as const;

/** An address abroad, without its land (PvE 4.1.2, elements 22 to 24). */
export const buitenlandsAdres = [
  element('22', 'adresregelBuitenland1', 'Adresregel buitenland 1', 'adresregelBuitenland1', 'alfanum', 35),
  element('23', 'adresregelBuitenland2', 'Adresregel buitenland 2', 'adresregelBuitenland2', 'alfanum', 35),
  element('24', 'adresregelBuitenland3', 'Adresregel buitenland 3', 'adresregelBuitenland3', 'alfanum', 35),
] as const;
