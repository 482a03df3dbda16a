import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOneTimePassword } from '../../electron/core/users/password.ts';
import { foldLogin, loginPattern, suggestLogin } from '../../shared/domain/login.ts';
import { passwordProblem } from '../../shared/domain/password.ts';

const about = ['Mieke de Vries', 'mieke', 'Basisschool De Regenboog'];

describe('a new password', () => {
  it.each([
    ['', 'short'],
    ['elf tekens!', 'short'],
    ['123456789012', 'guessable'],
    ['aaaaaaaaaaaaaaaa', 'guessable'],
    ['Wachtwoord2024', 'guessable'],
    ['Welkom01Welkom01', 'guessable'],
    ['qwertyuiop123', 'guessable'],
    ['P@ssword1234', 'guessable'],
    ['mieke de vries', 'guessable'],
    ['MiekeDeVries2009', 'guessable'],
    ['Regenboog2009!', 'guessable'],
    ['BasisschoolDeRegenboog', 'guessable'],
    ['Winter2009Winter', 'guessable'],
  ])('%j is refused as %s', (password, problem) => {
    expect(passwordProblem(password, about)).toBe(problem);
  });

  it.each([
    'drie blauwe fietsen',
    'correct horse battery staple',
    'lange-zin-als-wachtwoord',
    'oefenen met bronwijs',
    'de regenboog staat boven zee',
    'Xk3 p9-vQ!72z',
    'zin met 😀 en ëêè erin',
  ])('%j is taken, without a rule about capitals, digits or signs', (password) => {
    expect(passwordProblem(password, about)).toBeUndefined();
  });

  it('that is for one use is random, easy to read out, and never refused', () => {
    const made = Array.from({ length: 200 }, createOneTimePassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made) {
      expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
      expect(password).not.toMatch(/[ilo01]/);
    }
  });
});

describe('a login', () => {
  it.each([
    ['Mieke de Vries', [], 'mieke'],
    ['Mieke de Vries', ['mieke'], 'mieke.de'],
    ['Mieke de Vries', ['mieke', 'mieke.de'], 'mieke.de.vries'],
    ['Zoë', ['zoe'], 'zoe2'],
    ['A', [], 'a0'],
    ['', [], 'gebruiker'],
    ['李', ['gebruiker'], 'gebruiker2'],
  ])('for %j beside %j is %s', (naam, taken, expected) => {
    expect(suggestLogin(naam, taken)).toBe(expected);
  });

  it('that is suggested is well formed, free, and the same once folded', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
        (naam, others) => {
          const taken = others.map((other) => suggestLogin(other));
          const login = suggestLogin(naam, taken);
          expect(login).toMatch(loginPattern);
          expect(foldLogin(login)).toBe(login);
          expect(taken).not.toContain(login);
        },
      ),
    );
  });
});
