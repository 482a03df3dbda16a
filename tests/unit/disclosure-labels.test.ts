import { describe, expect, it, vi } from 'vitest';
import { historyLine, lineText } from '../../renderer/screens/disclosure/texts.ts';

// No code of the tables at hand has been given anew: here one has, on 1 January 1990.
vi.mock('../../resources/tables/landen.json', () => ({
  default: {
    source: '',
    rows: [
      { code: '5999', name: 'Voorland', to: '1990-01-01' },
      { code: '5999', name: 'Naland', from: '1990-01-01' },
      { code: '6030', name: 'Nederland' },
    ],
  },
}));

const ASKED = '2009-11-02T08:00:00.000Z';
const text = (record: Record<string, string>, key: string) => {
  const lines = Object.entries(record).map(([name, value]) => ({ key: name, value }));
  return lineText(
    lines.find((line) => line.key === key)!,
    lines,
    ASKED,
    { nnca: 'BAO' },
  );
};

describe('a code that is told to a parent', () => {
  it.each([
    [
      'of a geboorteland, on the day of birth',
      'geboorteland',
      { geboorteland: '5999', geboortedatum: '1989-12-31' },
      'Voorland',
    ],
    ['of a later birth', 'geboorteland', { geboorteland: '5999', geboortedatum: '1990-01-01' }, 'Naland'],
    ['without a day of its own, on the day of asking', 'land', { land: '5999' }, 'Naland'],
    [
      'of a voorkomen, on its begindatum',
      'oud, land',
      { 'oud, land': '5999', 'oud, begindatum': '1980-01-01' },
      'Voorland',
    ],
    [
      'of what it stands in',
      'oud, adres, land',
      { 'oud, adres, land': '5999', 'oud, begindatum': '1980-01-01' },
      'Voorland',
    ],
  ])('has the label of its day: %s', (_, key, record, label) => {
    expect(text(record, key).endsWith(`: 5999 – ${label}`)).toBe(true);
  });

  it.each([
    ['gewicht', { codeGewichtenregeling: '1', gewicht: '0,25' }, 'Gewicht: 0,25'],
    ['indicatieBekostiging', { indicatieBekostiging: 'true' }, 'Indicatie bekostiging: Ja'],
    ['land', { land: '1234' }, 'Land-volgens-instelling: 1234 (niet in de waardelijst)'],
    ['geboortedatum', { geboortedatum: '2001-12-31' }, 'Geboortedatum: 31-12-2001'],
    ['sentAt', { sentAt: ASKED }, 'Verstuurd op: 2 november 2009, 09:00'],
  ])('or what it is: %s', (key, record, expected) => {
    expect(text(record, key)).toBe(expected);
  });

  it('has in the history the label of the moment of the change', () => {
    const change = { kind: 'leerling', key: 'land', old: '6030', new: '5999' };
    expect(historyLine({ ...change, at: '1985-05-05T10:00:00.000Z' }, {})).toMatch(
      /was 6030 – Nederland, werd 5999 – Voorland$/,
    );
    expect(historyLine({ ...change, at: ASKED }, {})).toMatch(/werd 5999 – Naland$/);
  });
});
