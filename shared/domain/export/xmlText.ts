import { withoutUnwritable } from '../../pve/berichten/characters.ts';

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML content or attribute; what XML cannot carry is left out, and a reader gets white space back as it was. */
export const xmlText = (text: string): string =>
  withoutUnwritable(text)
    .replaceAll(/[&<>"]/g, (character) => REFERENCES[character] ?? character)
    .replaceAll(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
