import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMoment } from '../dutchTime.ts';
import type { MockOptions } from '../options.ts';
import { startMockBron, type MockBron } from '../server.ts';
import { createTestSchool, type TestSchool } from './client.ts';

/** A mock BRON in a folder of its own, and the schools that talk to it. */
export interface MockWorld {
  folder: string;
  mock: MockBron;
  /** A school with a certificate; closed with the world. */
  school(brinnummer?: string, aanleverpunt?: string): Promise<TestSchool>;
  /** Stops the mock and starts it again on the same folder. */
  restart(options?: Partial<MockOptions>): Promise<void>;
  /** Faults of the mock itself that it reported: a test expects none. */
  errors: unknown[];
  close(): Promise<void>;
}

/** Starts a mock of which the clock begins on 2-11-2009, 09:00. */
export async function createMockWorld(options: Partial<MockOptions> = {}): Promise<MockWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'mock-bron-'));
  const schools: TestSchool[] = [];
  const errors: unknown[] = [];
  const start = (changes: Partial<MockOptions> = {}) =>
    startMockBron({ data: folder, date: parseMoment('2009-11-02'), seed: 'test', ...options, ...changes }, (error) => {
      errors.push(error);
    });
  const closeSchools = () => {
    for (const school of schools.splice(0)) school.close();
  };
  const world: MockWorld = {
    folder,
    mock: await start(),
    errors,
    school: async (brinnummer = '99ZZ', aanleverpunt = '00') => {
      const school = await createTestSchool(world.mock, brinnummer, aanleverpunt);
      schools.push(school);
      return school;
    },
    restart: async (changes) => {
      closeSchools();
      await world.mock.close();
      world.mock = await start(changes);
    },
    close: async () => {
      closeSchools();
      await world.mock.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return world;
}
