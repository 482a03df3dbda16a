import { z } from 'zod';
import { operation } from './operation.ts';
import { nothing } from './session.ts';

export const diagnosticsOperations = {
  'diagnostics.get': operation({
    summary:
      'What a helpdesk needs to know of this computer and administration, without any personal data: versions, settings, counts and the last lines of the log.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({ name: z.string(), text: z.string() }),
  }),
} as const;
