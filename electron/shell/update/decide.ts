/** A version that stands at the address of updates (latest.yml of electron-builder). */
export interface Offer {
  version: string;
  /** 0 to 100: the part of the installations that gets it now; all when absent. */
  stagingPercentage?: number | string;
}

/** What this installation is. */
export interface Installation {
  version: string;
  /** Names of the certificates that an installer may be signed with. */
  publisher: readonly string[];
  /** Installed by an administrator for all users of the computer. */
  allUsers: boolean;
  /** 0 to 1: where this installation stands in the line of a roll-out, for ever the same. */
  share: number;
}

/** What becomes of what was found; every refusal has its sentence. */
export type Decision = { kind: 'offer' } | { kind: 'none' | 'not yet' | 'refused'; sentence: string };

type Parts = readonly [major: number, minor: number, patch: number];

function partsOf(version: string): Parts | undefined {
  const [, ...parts] = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(version) ?? [];
  return parts.length === 3 ? (parts.map(Number) as unknown as Parts) : undefined;
}

/** Below 0 when `a` is the older one. */
function compare(a: Parts, b: Parts): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Whether a roll-out in stages has reached this installation. What is no percentage has reached nobody. */
export function isReached({ stagingPercentage }: Offer, share: number): boolean {
  if (stagingPercentage === undefined) return true;
  const percentage = Number(stagingPercentage);
  return percentage >= 0 && percentage <= 100 && share * 100 < percentage;
}

const refused = (sentence: string): Decision => ({ kind: 'refused', sentence });

/** Why this installation looks for no update at all, as a Dutch sentence; undefined when it may. */
export function whyNoUpdates({ allUsers, publisher }: Installation, address: string | undefined): string | undefined {
  if (address === undefined)
    return 'Dit programma zoekt niet zelf naar nieuwe versies. Vraag uw leverancier om het installatiebestand.';
  if (allUsers)
    return 'Dit programma is voor alle gebruikers van deze computer geïnstalleerd. Uw systeembeheerder werkt het bij.';
  if (publisher.every((name) => name.trim() === ''))
    return 'Van dit programma is niet bekend wie nieuwe versies ondertekent. Vraag uw leverancier om het installatiebestand.';
  return undefined;
}

/** Whether a version that was found is offered to the person at the computer. */
export function decideOffer(offer: Offer, { version, share }: Installation): Decision {
  const [offered, current] = [partsOf(offer.version), partsOf(version)];
  if (!offered || !current)
    return refused(
      'Wat op het adres voor nieuwe versies staat, is geen versie van dit programma. Meld dit uw leverancier.',
    );
  const order = compare(offered, current);
  if (order === 0) return { kind: 'none', sentence: `U werkt met de nieuwste versie: ${version}.` };
  if (order < 0)
    return refused(
      `Op het adres voor nieuwe versies staat ${offer.version}, ouder dan uw versie ${version}. Een oudere versie kan uw administratie niet openen en wordt niet geïnstalleerd. Vraag uw leverancier wat er aan de hand is.`,
    );
  return isReached(offer, share)
    ? { kind: 'offer' }
    : { kind: 'not yet', sentence: `Versie ${offer.version} komt er aan en wordt later ook aan uw school aangeboden.` };
}

/** What the administration is doing, as far as it decides whether the program may be replaced. */
export interface AtWork {
  /** Open, by somebody who may make a backup. */
  mayBackUp: boolean;
  exchanging: boolean;
}

/** Why the program cannot be replaced at this moment, as a Dutch sentence; undefined when it can. */
export function whyNotNow({ mayBackUp, exchanging }: AtWork): string | undefined {
  if (exchanging)
    return 'Er wordt nu met BRON uitgewisseld. Wacht tot dat klaar is en kies dan opnieuw voor bijwerken.';
  if (!mayBackUp)
    return 'Voor het bijwerken wordt een reservekopie gemaakt. Laat een beheerder de administratie ontgrendelen en kies dan opnieuw voor bijwerken.';
  return undefined;
}
