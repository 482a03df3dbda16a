import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from '../../scripts/demo/options.mts';

describe('the command line of the demo', () => {
  it.each([
    ['', { headless: false, end: 'gekwalificeerd', school: 'bao', from: 8 }],
    ['--ten-weeks --json', { 'ten-weeks': true, json: true, end: 'gekwalificeerd', school: 'bao' }],
    ['--ten-weeks --json --end aangesloten --school so', { end: 'aangesloten', school: 'so' }],
    ['--ten-weeks --headless --end aangesloten', { headless: true, json: false, end: 'aangesloten' }],
    ['--ten-weeks --from 1', { from: 1 }],
    [
      '--ten-weeks --school so --from 13 --data d --fresh --no-window',
      { school: 'so', from: 13, data: 'd', fresh: true },
    ],
    ['--headless --json --edexml f --oefenpersonen', { edexml: 'f', oefenpersonen: true }],
  ])('understands "%s"', (line, expected) => {
    expect(readOptions(line.split(' ').filter(Boolean))).toMatchObject(expected);
  });

  it.each([
    ['--ten-weeks --json --end geslaagd', '--end takes gekwalificeerd or aangesloten'],
    ['--ten-weeks --school vso', '--school takes bao or so'],
    ['--ten-weeks --from 0', '--from takes a step, 1 to 13'],
    ['--ten-weeks --from 14', '--from takes a step, 1 to 13'],
    ['--ten-weeks --from acht', '--from takes a step, 1 to 13'],
    ['--end aangesloten', '--end goes with --ten-weeks'],
    ['--school so', '--school goes with --ten-weeks'],
    ['--from 3', '--from goes with --ten-weeks'],
    ['--ten-weeks --end aangesloten', '--end goes with --json'],
    ['--ten-weeks --json --from 3', '--from opens the program'],
    ['--ten-weeks --edexml f', '--ten-weeks has a school of its own'],
    ['--oefenpersonen', '--oefenpersonen goes with --edexml'],
    ['--json', '--json goes with --headless or --ten-weeks'],
    ['--ten-week', 'Unknown option'],
  ])('says what is wrong with "%s"', (line, message) => {
    expect(() => readOptions(line.split(' '))).toThrow(UsageError);
    expect(() => readOptions(line.split(' '))).toThrow(message);
  });
});
