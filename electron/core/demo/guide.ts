import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import { changesWpo } from '../../../shared/api/inschrijving.ts';
import { persoonsgegevens } from '../../../shared/api/leerlingen.ts';

/**
 * What the demo hands to the guided card: the downloaded certificate, and what the school would look up to correct its
 * mistakes. A correction names only the fields that differ; an empty text takes a gegeven away.
 */
const guideSchema = z.object({
  certificate: z.object({ file: z.string(), password: z.string() }),
  corrections: z.array(
    z.object({
      leerlingnummer: z.string(),
      persoon: persoonsgegevens.partial(),
      inschrijving: changesWpo,
    }),
  ),
});

export type DemoGuide = z.infer<typeof guideSchema>;

/** Reads a file of the demo. @throws LasError demo-file-missing */
export function readDemoFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new LasError('demo-file-missing', { file: basename(file) });
  }
}

/** @param file JSON file written by the demo's start script. @throws LasError demo-file-missing */
export function readGuide(file: string): DemoGuide {
  try {
    return guideSchema.parse(JSON.parse(readDemoFile(file).toString('utf8')));
  } catch {
    throw new LasError('demo-file-missing', { file: basename(file) });
  }
}
