import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changes } from '../support/exchangeKills/changes.ts';
import { describeKills, isOfMessage, listed, rehearse } from '../support/exchangeKills/kills.ts';
import { scenarios, type ScenarioName } from '../support/exchangeKills/scenarios.ts';

/** The core dies at a change of the state of a message; and whether the list of changes is whole. */
/** The edges of the diagram of the life of a message, by the names of its states. */
function edgesOf(document: string): string[] {
  const [, diagram = ''] = /stateDiagram-v2\n([^`]*)```/.exec(document) ?? [];
  const names = new Map([...diagram.matchAll(/state "([^"]+)" as (\w+)/g)].map(([, name, alias]) => [alias, name]));
  const edges = diagram.matchAll(/^ *(\S+) --> (\w+)/gm);
  return [...edges].map(
    ([, from, to]) => `${from === '[*]' ? 'new' : (names.get(from) ?? from)} -> ${names.get(to) ?? to}`,
  );
}

describe('the list of changes', () => {
  it('holds every change of the diagram in docs/koppelvlak.md, and no other of a melding', () => {
    const drawn = edgesOf(readFileSync('docs/koppelvlak.md', 'utf8'));
    const ofMelding = Object.keys(changes)
      .filter((change) => change.startsWith('melding: '))
      .map((change) => change.slice('melding: '.length));
    expect(ofMelding.sort()).toEqual([...new Set(drawn)].sort());
  });

  it.each(Object.keys(scenarios) as ScenarioName[])(
    'holds what happens when %s, which is what it says',
    async (name) => {
      const happened = [...(await rehearse(name)).keys()];
      expect(Object.keys(changes)).toEqual(expect.arrayContaining(happened));
      expect(happened).toEqual(
        expect.arrayContaining(listed.filter(({ names }) => names.includes(name)).map(({ change }) => change)),
      );
    },
  );
});

describeKills(listed.filter(isOfMessage));
