import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarios, type ScenarioName } from './scenarios.ts';
import { KillWorld, type Left, type Place } from './world.ts';

/** Makes worlds for the tests of a file: each scenario is prepared once, and copied for each world. */
export class Workshop implements Place {
  readonly root = mkdtempSync(join(tmpdir(), 'bronwijs-wereld-'));
  port: number | undefined;
  readonly #prepared = new Map<ScenarioName, Promise<Left>>();
  #school: Promise<Left> | undefined;

  /** A new school without pupils, connected to its BRON; both run. */
  async open(): Promise<KillWorld> {
    this.#school ??= this.#make();
    return this.#started(await this.#school);
  }

  /** A scenario as it is prepared; BRON runs, the program does not. */
  async begin(name: ScenarioName): Promise<KillWorld> {
    const left = this.#prepared.get(name) ?? this.#prepare(name);
    this.#prepared.set(name, left);
    const world = new KillWorld(this, await left);
    await world.startMock();
    return world;
  }

  close(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  async #prepare(name: ScenarioName): Promise<Left> {
    const world = await this.open();
    await scenarios[name].prepare(world);
    return world.leave();
  }

  async #make(): Promise<Left> {
    const world = await this.#started();
    return world.leave();
  }

  async #started(from?: Left): Promise<KillWorld> {
    const world = new KillWorld(this, from);
    await world.startMock();
    await world.start();
    return world;
  }
}
