import { describe, expect, it } from 'vitest';
import { contactLines, contactToSend } from '../../shared/aansluiting/contactLines.ts';
import type { ContactForm } from '../../shared/api/aansluiting.ts';
import { contactOf } from '../support/mijnBronServer.ts';

const nobody = { naam: '', telefoonnummer: '', email: '' };
const own: ContactForm = { ...contactOf, relatiebeheerder: nobody };
const [point] = contactOf.aanleverpunten;
const second = { ...point!, aanleverpunt: '01' };

/** What differs, as `whose: which`. */
const different = (here: ContactForm, held: Parameters<typeof contactLines>[1]) =>
  contactLines(here, held)
    .filter(({ same }) => !same)
    .map(({ of, label }) => `${of}: ${label}`);

describe('the contactgegevens here beside those in Mijn BRON', () => {
  it('C-18 C-19: every field of hoofdvestiging, gemachtigde, aanleverpunt and contactpersoon is compared', () => {
    const lines = contactLines(own, contactOf);
    expect(lines.map(({ of, label }) => `${of}: ${label}`)).toEqual([
      ...['BRIN', 'Vestigingsnummer', 'Naam', 'Straat', 'Huisnummer', 'Postcode', 'Plaats'].map(
        (label) => `Hoofdvestiging: ${label}`,
      ),
      ...['Naam', 'Telefoon', 'E-mail'].map((label) => `Gemachtigde: ${label}`),
      ...['LAS', 'Straat', 'Huisnummer', 'Postcode', 'Plaats'].map((label) => `Aanleverpunt 00: ${label}`),
      ...['Naam', 'Telefoon', 'E-mail'].map((label) => `Contactpersoon van aanleverpunt 00: ${label}`),
    ]);
    expect(lines.every(({ same }) => same)).toBe(true);
  });

  const gemachtigde = contactOf.hoofdvestiging.gemachtigde;
  const adres = contactOf.hoofdvestiging.adres;
  const with_ = (changes: Partial<typeof contactOf.hoofdvestiging>) => ({
    ...contactOf,
    hoofdvestiging: { ...contactOf.hoofdvestiging, ...changes },
  });
  it.each([
    ['a telephone number with spaces', with_({ gemachtigde: { ...gemachtigde, telefoonnummer: '010 123-4567' } }), []],
    [
      'capitals in an e-mail address',
      with_({ gemachtigde: { ...gemachtigde, email: gemachtigde.email.toUpperCase() } }),
      [],
    ],
    [
      'a postcode with a space',
      with_({ adres: { ...adres, postcode: `${adres.postcode.slice(0, 4)} ${adres.postcode.slice(4)}` } }),
      [],
    ],
    [
      'another telephone number',
      with_({ gemachtigde: { ...gemachtigde, telefoonnummer: '0101234568' } }),
      ['Gemachtigde: Telefoon'],
    ],
    [
      'capitals in a name',
      with_({ gemachtigde: { ...gemachtigde, naam: gemachtigde.naam.toUpperCase() } }),
      ['Gemachtigde: Naam'],
    ],
    [
      'C-21: the house number of before',
      with_({ adres: { ...adres, huisnummer: '12' } }),
      ['Hoofdvestiging: Huisnummer'],
    ],
  ])('%s', (_what, held, expected) => {
    expect(different(own, held)).toEqual(expected);
  });

  it('C-16: an aanleverpunt on one side only differs in every field', () => {
    const more = { ...contactOf, aanleverpunten: [...contactOf.aanleverpunten, second] };
    const found = contactLines(own, more).filter(({ same }) => !same);
    expect(found).toHaveLength(8);
    expect(found.every(({ of, own: here }) => of.endsWith('01') && here === undefined)).toBe(true);
    expect(different({ ...own, aanleverpunten: more.aanleverpunten }, contactOf)).toHaveLength(8);
  });

  it('what Mijn BRON holds is not known: every field is there to be filled in by hand', () => {
    expect(contactLines(own, undefined).every(({ held, same }) => held === undefined && !same)).toBe(true);
  });

  it('C-16 C-17: what is sent changes the own aanleverpunt and nothing else', () => {
    const hoofdvestiging = { ...contactOf.hoofdvestiging, naam: 'Anders' };
    const held = {
      hoofdvestiging,
      aanleverpunten: [{ ...point!, las: 'Oud' }, second],
      akkoordverklaring: '2009-10-08',
    };
    expect(contactToSend(own, held, '00')).toEqual({ ...held, aanleverpunten: [second, point] });
  });
});
