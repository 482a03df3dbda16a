import type { LeerlingCard } from '../../../shared/api/leerlingen.ts';
import { adresKeys } from '../../../shared/domain/ownGegevens.ts';

/** The gegevens of an address, those of BRON's messages included. */
export const adresElements: readonly string[] = [...adresKeys, 'adres', 'postcodeBrp'];
const hidden = new Set(adresElements);

const withoutAdres = <T extends object>(gegevens: T): T =>
  Object.fromEntries(Object.entries(gegevens).filter(([key]) => !hidden.has(key))) as T;

/** Whether what BRON or the voorcontrole says is about a gegeven of the address. */
export const isAboutAdres = ({ element }: { element?: string | undefined }): boolean =>
  element !== undefined && hidden.has(element);

/** The card without the address, former addresses, and what BRON and the voorcontrole say of them: for who need not see a secret one. */
export const hideAdres = (card: LeerlingCard): LeerlingCard => ({
  ...card,
  adresHidden: true,
  persoon: withoutAdres(card.persoon),
  contact: { ...card.contact, formerAdres: [] },
  inschrijvingen: card.inschrijvingen.map(({ bronStand, findings, signalen, ...inschrijving }) => ({
    ...inschrijving,
    ...(bronStand ? { bronStand: { ...bronStand, persoon: withoutAdres(bronStand.persoon) } } : {}),
    findings: findings.filter((finding) => !isAboutAdres(finding)),
    signalen: signalen.filter((signaal) => !isAboutAdres(signaal)),
  })),
});
