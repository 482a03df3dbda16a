import type { ErrorTexts } from './types.ts';

/** The Oefenklok and the demo. */
export const demoErrors = {
  'no-oefenklok': ['Deze administratie heeft geen Oefenklok.', 'Start de demo met "npm run demo".'],
  'demo-step-too-early': ['Deze stap kan nog niet.', 'Doe eerst de stap "{step}".'],
  'demo-file-missing': [
    'Het bestand {file} van de demo ontbreekt of is onleesbaar.',
    'Begin opnieuw met "npm run demo -- --fresh".',
  ],
  'mock-unreachable': ['De oefen-BRON is niet bereikbaar.', 'Start de demo opnieuw.'],
} as const satisfies ErrorTexts;
