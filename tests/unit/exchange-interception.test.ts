import { expect, it } from 'vitest';
import { isKnownProduct, issuerName } from '../../electron/core/exchange/interception.ts';

const issued = (issuer: string) => [{ issuer }];

const cases: readonly (readonly [issuer: string, product: boolean])[] = [
  ['O=ESET, spol. s r. o.\nCN=ESET SSL Filter CA', true],
  ['O=AVG Technologies\nCN=AVG Web/Mail Shield Root', true],
  ['CN=ZscalerRootCA', true],
  ['O=Fortinet\nCN=FGT60F', true],
  ['O=Dataset B.V.\nCN=Preset CA', false],
  ['O=Zavgorod\nCN=Root', false],
  ['O=Staat der Nederlanden\nCN=Staat der Nederlanden Root CA', false],
];

it.each(cases)('%s: a product that opens connections is %s', (issuer, product) => {
  expect(isKnownProduct(issued(issuer))).toBe(product);
});

it('the issuer is named by its organisation, or else by its common name', () => {
  expect(issuerName(issued('C=NL\nO=Fortinet\nCN=FGT60F'))).toBe('Fortinet');
  expect(issuerName(issued('CN=ZscalerRootCA'))).toBe('ZscalerRootCA');
  expect(issuerName([])).toBe('onbekend');
});
