import type { AddressInfo } from 'node:net';
import { createFixedClock, type AdjustableClock } from '../../../shared/domain/clock.ts';
import { parseMoment } from '../../mock-bron/dutchTime.ts';
import { defaultFiles } from '../../mock-bron/registers/files.ts';
import { readBrin, readBrinFile } from '../../mock-bron/registers/brin.ts';
import { createSite } from '../../mock-bron/site/site.ts';
import { sharedAuthority } from './authority.ts';
import { createFakeMijnBron, WACHTWOORD, type FakeState } from './fake.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** The site of the mock over a fake Mijn BRON. */
export interface SiteWorld {
  state: FakeState;
  /** Of the mock. */
  clock: AdjustableClock;
  /** Of the machine. */
  machine: AdjustableClock;
  address: string;
  visitor(): Visitor;
  /** A visitor who has logged in. */
  loggedIn(gebruikersnaam?: string): Promise<Visitor>;
  /** Faults that the site reported: a test expects none. */
  errors: unknown[];
  close(): Promise<void>;
}

/** Starts the site on 2-11-2009, 09:00. */
export async function createSiteWorld(): Promise<SiteWorld> {
  const [clock, machine] = [parseMoment('2009-11-02'), parseMoment('2026-01-05')].map(createFixedClock) as [
    AdjustableClock,
    AdjustableClock,
  ];
  const { state, mijnBron } = createFakeMijnBron();
  const brin = readBrin(readBrinFile(defaultFiles.brin));
  const ca = await sharedAuthority();
  const errors: unknown[] = [];
  const visitors: Visitor[] = [];
  const site = createSite({
    authority: ca,
    helpdesk: { download: () => Promise.resolve({ ok: false, reason: 'wrong' }) },
    mijnBron,
    brin: {
      school: (brinnummer) => {
        const school = brin.school(brinnummer);
        return school && { ...school, soort: state.soort };
      },
    },
    clock,
    machine,
    files: new Map(),
    onError: (error) => errors.push(error),
  });
  await site.listen({ host: '127.0.0.1', port: 0 });
  const address = `https://127.0.0.1:${(site.server.address() as AddressInfo).port}/`;
  const visitor = () => {
    const created = createVisitor(address, ca.caPem);
    visitors.push(created);
    return created;
  };
  return {
    state,
    clock,
    machine,
    address,
    visitor,
    loggedIn: async (gebruikersnaam = '99ZZ-gemachtigde') => {
      const created = visitor();
      await created.submit('/mijn-bron/inloggen', '/mijn-bron/inloggen', { gebruikersnaam, wachtwoord: WACHTWOORD });
      return created;
    },
    errors,
    close: async () => {
      for (const created of visitors) created.close();
      await site.close();
    },
  };
}
