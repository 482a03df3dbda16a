import { element, group } from './build.ts';
import { gegevensBrp, persoonBrp } from './person.ts';
import {
  burgerservicenummer,
  datumIngangAdreswijziging,
  geboortedatum,
  geslacht,
  land,
  leerlingnummer,
  onderwijsnummer,
  postcode,
} from './personElements.ts';

const file = 'BegrippenregisterPersoonPO';
const one = { file, min: 1, max: 1 } as const;
const pgn = [burgerservicenummer, onderwijsnummer] as const;
const obliged = { ...onderwijsnummer, required: true };

/** Whom a verwijdering is about, in the message and in its terugkoppeling (PvE 5.6.4, 5.6.11). */
export const persoonVerwijderd = group({
  ...one,
  key: 'persoon',
  name: 'Persoonsgegevens',
  xsd: 'persoonsgegevens',
  elements: [...pgn, leerlingnummer, geboortedatum, geslacht],
  groups: [],
});

/**
 * Whom BRON identified (PvE 5.6.8). 7.3 calls both postcodes `postcode`, which cannot stand beside each other in one group: that of
 * the BRP is `postcodeBRP` here (assumed).
 */
export const persoonGeidentificeerd = group({
  ...one,
  key: 'persoon',
  name: 'Persoonsgegevens',
  xsd: 'persoonsgegevens',
  elements: [
    leerlingnummer,
    ...pgn,
    geboortedatum,
    geslacht,
    element('26', 'postcodeBrp', 'Postcode volgens BRP', 'postcodeBRP', 'alfanum', 6),
    postcode,
    land,
  ],
  groups: [],
});

/** Whose inschrijvingen at several schools overlap (PvE 5.6.15). */
export const persoonDubbeleInschrijving = group({
  ...one,
  key: 'persoon',
  name: 'Persoonsgegevens',
  xsd: 'persoonsgegevens',
  elements: [...pgn, geboortedatum, geslacht],
  groups: [],
});

/** The sleutelgegevens of a pupil without BRP relation as they were (PvE 5.6.2, 5.6.9). */
export const situatieOud = group({
  ...one,
  key: 'situatieOud',
  name: 'Situatie oud',
  xsd: 'situatieOud',
  elements: [obliged, geboortedatum, geslacht],
  groups: [],
});

/** The whole new situation, as the school gives it (PvE 5.6.2). */
export const situatieNieuw = group({
  ...one,
  key: 'situatieNieuw',
  name: 'Situatie nieuw',
  xsd: 'situatieNieuw',
  elements: [burgerservicenummer, geboortedatum, geslacht, postcode, land, datumIngangAdreswijziging],
  groups: [],
});

/** The whole new situation as BRON registered it, with the gegevens of the BRP where it found the person there (PvE 5.6.9). */
export const situatieNieuwGeregistreerd = group({
  ...one,
  key: 'situatieNieuw',
  name: 'Situatie nieuw',
  xsd: 'situatieNieuw',
  elements: [
    onderwijsnummer,
    burgerservicenummer,
    geboortedatum,
    geslacht,
    postcode,
    land,
    datumIngangAdreswijziging,
    ...gegevensBrp,
  ],
  groups: persoonBrp.groups,
});

/** The sleutelgegevens before a spontane mutatie; there only when these changed (PvE 5.6.14). */
export const sleutelgegevensOud = group({
  key: 'situatieOud',
  name: 'Sleutelgegevens, situatie oud',
  xsd: 'situatieOud',
  file,
  min: 0,
  max: 1,
  elements: [...pgn, geboortedatum, geslacht],
  groups: [],
});

/** The persoonsgegevens after a spontane mutatie (PvE 5.6.14). */
export const persoonNieuw = group({
  ...one,
  key: 'situatieNieuw',
  name: 'Persoonsgegevens, situatie nieuw',
  xsd: 'situatieNieuw',
  elements: persoonBrp.elements,
  groups: persoonBrp.groups,
});
