import { afterEach, beforeEach, expect } from 'vitest';
import type { MockOptions } from '../mock-bron/options.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

/** Gives each test of a file a mock BRON and a school of its own, and expects that the mock had no fault of itself. */
export function eachWithMock(
  begin: (world: MockWorld, school: TestSchool) => void,
  options: Partial<MockOptions> = {},
): void {
  let world: MockWorld;
  beforeEach(async () => {
    world = await createMockWorld(options);
    begin(world, await world.school());
  });
  afterEach(async () => {
    await world.close();
    expect(world.errors).toEqual([]);
  });
}
