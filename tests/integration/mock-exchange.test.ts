import { describe, expect, it } from 'vitest';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import type { MockWorld } from '../mock-bron/testing/world.ts';
import { eachWithMock } from '../support/mockWorld.ts';

let world: MockWorld;
let school: TestSchool;

eachWithMock((made, madeSchool) => {
  world = made;
  school = madeSchool;
});

describe('an exchange without errors', () => {
  it('takes a melding with 17/B and gives it back as registered in a bericht 10', async () => {
    const receipt = await school.meld(correctMelding('00AB01', pupils.hera));
    expect(receipt).toMatchObject({ statusMelding: 'B', datumTerugkoppeling: '2009-11-02' });
    expect(receipt.signaal).toBeUndefined();
    // BRON's own series (PvE 5.6.16).
    expect(receipt.berichtidentificatie).toMatch(/^B\d{15}$/);

    const bundle = await school.poll('0000000000000001');
    expect(bundle.berichtidentificatie).toBe('0000000000000001');
    expect(bundle.terugkoppelingAfkeuring).toBeUndefined();
    const [answer] = bundle.meldingInschrijvingAntwoord ?? [];
    expect(answer?.berichtidentificatie).toBe('00AB01');
    expect(answer?.persoon?.[0]).toMatchObject({
      burgerservicenummer: '999992533',
      geboortedatum: '2001-12-31',
      geslacht: 'V',
      postcode: '2548AE',
      achternaam: 'Jager',
      voorvoegsel: 'de',
      voornamen: 'Hera',
      adres: [{ postcodeBrp: '2548AE' }],
      nationaliteitgegevens: [{ nationaliteit1: [{ nationaliteit: '0001' }] }],
    });
    expect(answer?.inschrijvingWpo).toEqual(correctMelding('', pupils.hera).inschrijvingWpo);
    expect(answer?.signaal).toBeUndefined();

    expect(await school.poll('0000000000000002')).toEqual({
      berichtidentificatie: '0000000000000002',
      datumTerugkoppeling: '2009-11-02',
    });
    expect(world.mock.register('99ZZ')).toMatchObject([
      { burgerservicenummer: '999992533', datumInschrijving: '2009-08-01', version: 1, berichtidentificatie: '00AB01' },
    ]);
  });
});
