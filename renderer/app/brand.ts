const metaOf = (key: string): string =>
  typeof document === 'undefined'
    ? ''
    : (document.querySelector<HTMLMetaElement>(`meta[name="${key}"]`)?.content ?? '');

/** What a vendor made his own of the screens: it stands in the head of the page (scripts/package/brandPage.mts). */
export const brand = {
  name: metaOf('brand-name') || 'Bronwijs',
  /** `#rrggbb`; white letters can be read on it. */
  colour: metaOf('brand-colour') || '#0B6E85',
  support: { page: metaOf('support-page'), telephone: metaOf('support-telephone') },
} as const;

/** Where a school asks for help, as half a sentence; undefined when nobody said. */
export const supportText = ({ page, telephone }: typeof brand.support = brand.support): string | undefined =>
  page === '' || telephone === '' ? undefined : `${telephone} of ${page.replace(/^https:\/\/|\/$/g, '')}`;
