import { describe, expect, it } from 'vitest';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { createScenarios } from '../mock-bron/scenarios.ts';
import { signalenOf } from './support/signalen.ts';

/** Codes that rows use, and those of the list of PvE 7.1.16 that no row uses. */
const editions: [Edition, used: number, unused: string[], withoutMessage: string[]][] = [
  ['2014-12', 103, ['458', '459'], ['358', '458', '459']],
  ['2015-11', 129, ['458', '990', '991'], ['358', '458', '990', '991']],
];

describe.each(editions)('the signalen of the edition of %s', (edition, used, unused, withoutMessage) => {
  const list = signalenOf(edition);

  it('are all that its rows use, and those that none uses', () => {
    expect(list.filter(({ rows }) => rows.length > 0)).toHaveLength(used);
    expect(list.filter(({ rows }) => rows.length === 0).map(({ code }) => code)).toEqual(unused);
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
  });

  it('each have a message that breaks a row, or a reason why there is none', () => {
    const shown = list.filter(({ rows }) => rows.some(({ example }) => example));
    expect(list.filter((item) => !shown.includes(item)).map(({ code }) => code)).toEqual(withoutMessage);
    expect(list.filter(({ onlyAsked }) => onlyAsked).map(({ code }) => code)).toEqual(withoutMessage);
  });

  it('each can be asked for as the list says', () => {
    const scenarios = createScenarios();
    for (const { code, ernst, ask } of list) {
      if (ask.path === '/faults') expect(['358', '359', '360', '366', '396']).toContain(code);
      else expect(scenarios.set({ signaal: code, times: 1 }).ernst).toBe(ernst);
    }
  });
});
