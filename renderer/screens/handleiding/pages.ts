import { brand } from '../../app/brand.ts';
import { titleOf, type Page } from './search.ts';
import { signaalPages } from './signaalPages.ts';

const texts = import.meta.glob<string>('../../../resources/handleiding/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const images = import.meta.glob<string>('../../../resources/handleiding/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const nameOf = (path: string) => path.replace(/^.*\//, '').replace(/\.\w+$/, '');

/** The page that opens first. */
export const FIRST_PAGE = 'inhoud';
const order = [
  FIRST_PAGE,
  'poorten-openen',
  'certificaat',
  'inschrijven',
  'speciaal-onderwijs',
  'ambulante-begeleiding',
  'trekkende-bevolking',
  'uitschrijven',
  'uit-en-inschrijven',
  'importeren',
  'csv-importeren',
  'leerlingkaart',
  'eindtoets',
  'verzorgers-en-gezin',
  'groepen-en-schooljaar',
  'exporteren',
  'versturen',
  'verbinding-lukt-niet',
  'verzoek-terugkoppeling',
  'registratieoverzicht',
  'automatisch-uitwisselen',
  'tellingen',
  'gtb-controleren',
  'vergelijkingsoverzicht',
  'reactie-geven',
  'groei',
  'tellingen-afdrukken',
  'terugkoppeling-lezen',
  'voorstellen-van-bron',
  'identificeren',
  'wijzigingen-van-bron',
  'dubbele-inschrijving',
  'prullenbak',
  'datum-corrigeren',
  'verwijderen',
  'vergrendelen',
  'gebruikers-en-rollen',
  'logboek',
  'reservekopieen',
];
const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);

/** The pages of the manual, in reading order; those of the signalen last. */
export const pages: readonly Page[] = [
  ...Object.entries(texts)
    .map(([path, source]) => {
      // The manual is written of the program under our own name.
      const text = source.replaceAll('Bronwijs', brand.name);
      return { name: nameOf(path), title: titleOf(text, nameOf(path)), text };
    })
    .sort((a, b) => rank(a.name) - rank(b.name) || a.title.localeCompare(b.title, 'nl')),
  ...signaalPages,
];

/** The address of an image as a page names it (`images/versturen.png`); undefined while the picture has not been taken. */
export const imageAddress = (source: string): string | undefined => images[`../../../resources/handleiding/${source}`];
