import { expect, it } from 'vitest';
import { schoolSoorten, soortOf } from '../../shared/domain/schoolSoort.ts';
import { allKinds, inschrijvingIn, inschrijvingKeys, inMessage } from '../../shared/pve/berichten/kinds.ts';

it('gives each soort of school the kind of inschrijving that it delivers (PvE 4.2.6)', () => {
  const kinds = Object.fromEntries(schoolSoorten.map(({ code }) => [code, soortOf(code).kind]));
  expect(kinds).toEqual({
    BAO: 'WPO',
    SBAO: 'WPO',
    RIJDEND: 'WPO',
    VAREND: 'WPO',
    SO: 'WEC',
    VSO: 'WEC',
    'SO+VSO': 'WEC',
    VGK: 'WEC',
  });
});

it('finds in a message of each kind what was said under the key of that kind', () => {
  const found = allKinds.map((kind) => inschrijvingIn(inMessage(kind, { datumInschrijving: '2009-08-01' })));
  expect(found.map((item) => [item?.kind, item?.group.key])).toEqual(
    allKinds.map((kind, at) => [kind, inschrijvingKeys[at]]),
  );
});
