import { describe, expect, it } from 'vitest';
import { checkEndpoint } from '../../electron/core/school/settings.ts';

const address = (host: string) => `https://${host}:6914/POKANAAL/`;

describe('the address of BRON', () => {
  for (const host of ['webservice.duo.nl', 'WEBSERVICE.DUO.NL', 'webservice.duo.nl.', 'duo.nl']) {
    it(`${host} is refused to an oefenadministratie`, () => {
      expect(() => checkEndpoint('oefen', address(host))).toThrow('oefenadministratie');
      expect(() => checkEndpoint('echt', address(host))).not.toThrow();
    });
  }
  for (const host of [
    'localhost',
    'localhost.',
    'bron.localhost',
    '127.0.0.1',
    '127.1',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
  ]) {
    it(`${host} is refused to an echte administratie`, () => {
      expect(() => checkEndpoint('echt', address(host))).toThrow('op deze computer');
      expect(() => checkEndpoint('oefen', address(host))).not.toThrow();
    });
  }
  it('of another school or country is taken by both', () => {
    for (const host of ['bron.example', 'mijnduo.nl', '[2001:db8::1]', '10.0.0.1'])
      for (const kind of ['oefen', 'echt'] as const) expect(() => checkEndpoint(kind, address(host))).not.toThrow();
  });
});
