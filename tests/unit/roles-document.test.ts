import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { operations } from '../../shared/api/contract.ts';
import { rolesDocument } from '../../scripts/roles/document.mts';

it('docs/rollen.md says of every operation who may do it (make it anew with: npm run roles)', () => {
  const text = rolesDocument();
  for (const name of Object.keys(operations)) expect(text).toContain(`| \`${name}\` |`);
  expect(readFileSync(join(import.meta.dirname, '../../docs/rollen.md'), 'utf8')).toBe(text);
});
