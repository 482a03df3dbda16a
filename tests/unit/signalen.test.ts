import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeldingContent } from '../../shared/pve/berichten/content.ts';
import { meldingInschrijving } from '../../shared/pve/berichten/requests.ts';
import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import type { Gegevensgroep } from '../../shared/pve/gegevensset/types.ts';
import { catalog } from '../../shared/pve/signalen/catalog.ts';
import { describeSignaal, fillOmschrijving, locateSignaal } from '../../shared/pve/signalen/signalen.ts';

/** Codes by their sterkte in PvE 7.1.16 (462, 463 and 475: in the edition of 2015-11), typed over by hand, of the sections that are done. */
const AFKEUR =
  '301 303 304 305 306 307 308 309 311 312 313 314 317 321 322 324 325 326 328 332 338 340 341 342 343 348 349 356 358 359 360 365 366 396 397 399 410 411 412 413 414 416 419 420 421 423 424 425 426 428 429 430 431 432 433 434 435 438 443 444 445 446 447 448 450 452 453 454 456 458 459 462 463 464 465 466 467 468 469 470 473 475 478 740 741 742 743 750 751 752 753 773 774 775 776 777 778 779 793 843 990';
const SIGNAAL =
  '316 329 331 333 334 337 345 347 350 351 368 398 400 402 403 415 418 422 427 457 460 476 477 755 756 757 770 771 772 956 991';

const below = (group: Gegevensgroep): Gegevensgroep[] => [group, ...group.groups.flatMap(below)];
// Those of WPO last: where WEC has the same key they are the ones that are meant.
const groups = new Map<string, Gegevensgroep>(
  [...meldingInschrijving.groups, inschrijvingWpo].flatMap(below).map((group) => [group.key, group]),
);

describe('the catalogue', () => {
  it('has the codes with the ernst of the PvE', () => {
    const of = (ernst: string) =>
      [...catalog.values()].filter((entry) => entry.ernst === ernst).map(({ code }) => code);
    expect([of('A').sort().join(' '), of('S').sort().join(' ')]).toEqual([AFKEUR, SIGNAAL]);
  });

  it.each([...catalog])(
    '%s has texts in whole sentences and places that exist',
    (_, { title, meaning, cause, remedy, template, places }) => {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      for (const text of [meaning, cause, remedy, template]) expect(text).toMatch(/^[A-Z{].*\.$/);
      for (const place of places) {
        const [group = '', element] = place.split('.');
        expect(groups.has(group)).toBe(true);
        if (element) expect(groups.get(group)?.elements.map(({ key }) => key)).toContain(element);
      }
    },
  );
});

describe('describeSignaal', () => {
  it('explains a known code', () => {
    expect(describeSignaal('753')).toMatchObject({ ernst: 'A', title: 'BSN past niet bij geboortedatum en geslacht' });
  });
  it('points to the omschrijving of an unknown one', () => {
    expect(describeSignaal('999').ernst).toBeUndefined();
    expect(describeSignaal('999', 'Iets nieuws').meaning).toContain('Iets nieuws');
    expect(describeSignaal('999').meaning).toContain('omschrijving');
  });
});

describe('fillOmschrijving', () => {
  it('fills in, and leaves out a part without a value', () => {
    const params = { attribuut: 'Datum ingang gewicht', waarde: '1-9-2009', datumInschrijving: '1-8-2009' };
    expect(fillOmschrijving('321', params)).toBe(
      'Datum ingang gewicht 1-9-2009 moet op of na de datum inschrijving 1-8-2009 liggen.',
    );
    expect(fillOmschrijving('321', { ...params, datumUitschrijving: '2-8-2009' })).toContain(
      'en op of voor de datum uitschrijving 2-8-2009 liggen.',
    );
  });
  it('gives something for an unknown code', () => {
    expect(fillOmschrijving('999')).toBe('Signaal 999.');
  });
  it('takes values as they are, in at most 250 characters', () => {
    expect(fillOmschrijving('741', { attribuut: 'Gewicht', waarde: '[{waarde}] $& {x}' })).toBe(
      'Gewicht [{waarde}] $& {x} komt niet voor in de waardelijst.',
    );
    const params = fc.record({
      attribuut: fc.string({ maxLength: 400 }),
      waarde: fc.string({ unit: 'grapheme', maxLength: 400 }),
      ingang: fc.string({ maxLength: 400 }),
      groep: fc.string({ maxLength: 400 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...catalog.keys()), params, (code, values) => {
        expect([...fillOmschrijving(code, values)].length).toBeLessThanOrEqual(250);
      }),
    );
  });
});

const content: MeldingContent = {
  persoonMetPgn: [{ burgerservicenummer: '999992533', geboortedatum: '2001-12-31', geslacht: 'V', postcode: '2548AE' }],
  inschrijvingWpo: [
    {
      datumInschrijving: '2009-08-01',
      datumUitschrijving: '2010-07-31',
      aanduidingNnca: '1',
      vestiging: [
        { begindatum: '2009-08-01', vestigingsvolgnummer: '00' },
        { begindatum: '2009-10-01', vestigingsvolgnummer: '03' },
        { begindatum: '2010-01-01', vestigingsvolgnummer: '03' },
      ],
      indicatieBekostiging: [{ begindatum: '2009-08-01', indicatieBekostiging: 'true' }],
      leerjaarGroep: [
        { begindatum: '2009-08-01', leerjaar: '4', groep: '4a' },
        { begindatum: '2010-08-02', leerjaar: '9', groep: '5a' },
      ],
      gewicht: [
        { codeGewichtenregeling: '1', begindatum: '2009-08-01', gewicht: '0,25' },
        { codeGewichtenregeling: '2', begindatum: '2010-01-01', gewicht: '0' },
      ],
    },
  ],
};

describe('locateSignaal with the sentences of PvE 7.1.16', () => {
  it.each([
    [
      '301',
      'BRIN-nr 99ZZ is niet geldig op Datum uitschrijving 2010-07-31 volgens BRIN',
      { gegevensgroep: 'inschrijvingWpo', element: 'datumUitschrijving' },
    ],
    [
      '301',
      'BRIN-nr 99ZZ is niet geldig op datum ingang plaatsing vestiging 20100101 volgens BRIN',
      { gegevensgroep: 'vestiging', element: 'begindatum', voorkomen: 2 },
    ],
    [
      '303',
      'Er ontbreekt een voorkomen van gegevensgroep Gewicht WPO waarvan de ingangsdatum gelijk is aan inschrijfdatum 2009-08-02',
      { gegevensgroep: 'gewicht', element: 'begindatum', voorkomen: 0 },
    ],
    [
      '303',
      'Er ontbreekt een voorkomen van gegevensgroep Leerjaar/groep waarvan de ingangsdatum gelijk is aan inschrijfdatum 2009-08-02',
      { gegevensgroep: 'leerjaarGroep', element: 'begindatum', voorkomen: 0 },
    ],
    [
      '305',
      'Het veld Datum inschrijving 01-08-2009 moet na de geboortedatum 31-12-2001 liggen',
      { gegevensgroep: 'inschrijvingWpo', element: 'datumInschrijving' },
    ],
    [
      '306',
      'Deze leerling moet op datum inschrijving minimaal 4 jaar zijn',
      { gegevensgroep: 'inschrijvingWpo', element: 'datumInschrijving' },
    ],
    [
      '308',
      'Deze leerling moet op 31/7 van het schooljaar van inschrijving jonger zijn dan 15',
      { gegevensgroep: 'inschrijvingWpo', element: 'datumInschrijving' },
    ],
    [
      '316',
      'Bij een uitschrijving in leerjaar 8 is advies VO normaliter gevuld',
      { gegevensgroep: 'inschrijvingWpo', element: 'adviesVo' },
    ],
    [
      '321',
      'Datum plaatsing leerjaar/groep 2010-08-02 moet op of na datum inschrijving 2009-08-01 en op of voor datum uitschrijving 2010-07-31 liggen',
      { gegevensgroep: 'leerjaarGroep', element: 'begindatum', voorkomen: 1 },
    ],
    [
      '348',
      'Vestigingsvolgnummer 03 is niet geldig op datum ingang plaatsing 2010-01-01',
      { gegevensgroep: 'vestiging', element: 'vestigingsvolgnummer', voorkomen: 2 },
    ],
    [
      '348',
      'Code gewichtenregeling 2 is niet geldig op datum ingang gewicht 1-1-2010',
      { gegevensgroep: 'gewicht', element: 'codeGewichtenregeling', voorkomen: 1 },
    ],
    [
      '349',
      'Datum ingang gewicht 2010-01-01 komt vaker dan eens voor binnen de gegevensgroep Gewicht WPO',
      { gegevensgroep: 'gewicht', element: 'begindatum', voorkomen: 1 },
    ],
    ['356', 'Uw WEC-school mag alleen WEC-inschrijvingen in BRON registreren', { gegevensgroep: 'inschrijvingWpo' }],
    [
      '368',
      'De gewichtenregeling is niet van toepassing voor deze school: deze gegevens worden genegeerd',
      { gegevensgroep: 'gewicht' },
    ],
    [
      '397',
      'Vestiging 03 is in de BRIN-tabellen van DUO niet bekend als vestiging van de school',
      { gegevensgroep: 'vestiging', element: 'vestigingsvolgnummer', voorkomen: 1 },
    ],
    [
      '741',
      'Het veld Aanduiding NNCA WPO moet voorkomen in bijbehorende waardelijst',
      { gegevensgroep: 'inschrijvingWpo', element: 'aanduidingNnca' },
    ],
    [
      '741',
      'Het veld GESLACHT moet voorkomen in de bijbehorende waardelijst',
      { gegevensgroep: 'persoonMetPgn', element: 'geslacht' },
    ],
    [
      '741',
      'Het veld Gewicht moet voorkomen in bijbehorende waardelijst',
      { gegevensgroep: 'gewicht', element: 'gewicht' },
    ],
    [
      '742',
      'Het formaat van het veld leerjaar is niet conform de voorschriften',
      { gegevensgroep: 'leerjaarGroep', element: 'leerjaar' },
    ],
    [
      '753',
      'De combinatie Burgerservicenummer, geboortedatum, geslacht en postcode is niet juist',
      { gegevensgroep: 'persoonMetPgn', element: 'burgerservicenummer' },
    ],
    [
      '755',
      'Het Burgerservicenummer is achterhaald via de BRP',
      { gegevensgroep: 'persoonMetPgn', element: 'burgerservicenummer' },
    ],
    [
      '770',
      'De postcode volgens instelling in de sleutelgegevens komt niet overeen met de postcode volgens BRP',
      { gegevensgroep: 'persoonMetPgn', element: 'postcode' },
    ],
    [
      '771',
      'Het veld Postcode-volgens-instelling komt niet overeen met de geregistreerde waarde',
      { gegevensgroep: 'persoonMetPgn', element: 'postcode' },
    ],
    ['956', 'De gegevens zijn geheim volgens de Basisregistratie personen', { gegevensgroep: 'persoonMetPgn' }],
    [
      '999',
      'Er is iets met Datum ingang indicatie bekostiging',
      { gegevensgroep: 'indicatieBekostiging', element: 'begindatum', voorkomen: 0 },
    ],
  ])('%s: %s', (code, sentence, place) => {
    expect(locateSignaal(code, sentence, content)).toEqual(place);
  });

  it.each([
    ['999', 'Er is iets'],
    ['741', 'Een waarde is niet goed'],
    ['366', 'Het certificaat hoort hier niet'],
    ['321', ''],
  ])('%s: "%s" stays unclear', (code, sentence) => {
    expect(locateSignaal(code, sentence, content)).toBeUndefined();
  });

  it('a number that was found belongs to the persoon with PGN, also when the melding had none', () => {
    const zonder = { persoonZonderPgn: [{ achternaam: 'Jager', voornamen: 'Hera' }] };
    expect(locateSignaal('755', 'BSN gevonden', zonder)).toEqual({
      gegevensgroep: 'persoonMetPgn',
      element: 'burgerservicenummer',
    });
    expect(locateSignaal('741', 'Het veld Geslacht klopt niet', zonder)).toEqual({
      gegevensgroep: 'persoonZonderPgn',
      element: 'geslacht',
    });
  });

  it('a missing group can be pointed at', () => {
    const empty = {
      persoonMetPgn: content.persoonMetPgn ?? [],
      inschrijvingWpo: [{ datumInschrijving: '2009-08-01' }],
    };
    expect(locateSignaal('341', 'Gegevensgroep Gewicht WPO moet verplicht aanwezig zijn', empty)).toEqual({
      gegevensgroep: 'gewicht',
    });
  });

  it('an inschrijving WEC has the same gegevens under its own group', () => {
    const wec = { persoonMetPgn: content.persoonMetPgn ?? [], inschrijvingWec: [{ datumInschrijving: '2009-08-01' }] };
    expect(locateSignaal('301', 'BRIN-nr 98AE is niet geldig op datum inschrijving 2009-08-01', wec)).toEqual({
      gegevensgroep: 'inschrijvingWec',
      element: 'datumInschrijving',
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...catalog.keys(), '999', ''), fc.string(), (code, sentence) => {
        locateSignaal(code, sentence, content);
        locateSignaal(code, sentence, {});
      }),
    );
  });
});
