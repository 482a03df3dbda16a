import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ownBrand from '../../../resources/brand/brand.json' with { type: 'json' };
import { brand as shape, type Brand } from '../../../shared/brand/brand.ts';

/** Where BRON is for a new administration, with the PEM text of a certification authority to trust. */
export interface BrandPlace {
  endpoint: string;
  caPem: string;
}

const folderOf = (resourcesDir: string) => join(resourcesDir, 'brand');

/** Under whose brand this program is: `brand/brand.json` in its resources, or our own where there is none. */
export function readBrand(resourcesDir: string): Brand {
  let text: string;
  try {
    text = readFileSync(join(folderOf(resourcesDir), 'brand.json'), 'utf8');
  } catch {
    return shape.parse(ownBrand);
  }
  return shape.parse(JSON.parse(text));
}

/** What a brand says of where BRON is, for an administration of this kind; undefined when it says nothing. */
export function readBrandPlace(resourcesDir: string, kind: 'oefen' | 'echt'): BrandPlace | undefined {
  const place = readBrand(resourcesDir).bron?.[kind];
  if (!place) return undefined;
  const caPem = place.ca === undefined ? '' : readFileSync(join(folderOf(resourcesDir), place.ca), 'utf8');
  return { endpoint: place.endpoint, caPem };
}
