import type { RunResult } from '../../../shared/api/exchange.ts';
import { countOf } from '../../texts/format.ts';

/** What a test of the certificate showed, for a person. */
export interface TestOutcome {
  works: boolean;
  title: string;
  sentences: string[];
}

/** Puts the result of `exchange.testCertificate` into sentences; that it met no problem is known. */
export function testOutcome({ stopped, received }: Pick<RunResult, 'stopped' | 'received'>): TestOutcome {
  if (stopped)
    return {
      works: false,
      title: 'De test is gestopt.',
      sentences: ['Start de test opnieuw om een uitkomst te krijgen.'],
    };
  const brought =
    received === 0
      ? 'Er stonden geen terugkoppelingen klaar. Dat is gewoon als u nog niets hebt verstuurd.'
      : `Er ${received === 1 ? 'kwam' : 'kwamen'} ${countOf(received, 'terugkoppeling', 'terugkoppelingen')} mee; ${received === 1 ? 'die is' : 'die zijn'} meteen verwerkt.`;
  return {
    works: true,
    title: 'Het certificaat werkt.',
    sentences: ['BRON aanvaardde het certificaat en antwoordde op het verzoek terugkoppeling.', brought],
  };
}
