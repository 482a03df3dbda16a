import { z } from 'zod';
import { aansluitingOperations } from './aansluiting.ts';
import { ageingOperations } from './ageing.ts';
import { backupOperations, restoreOperations } from './backup.ts';
import { binOperations } from './bin.ts';
import { changesOperations, changesProgress } from './changes.ts';
import { certificateOperations } from './certificate.ts';
import { completenessOperations } from './completeness.ts';
import { countingOperations } from './counting.ts';
import { csvOperations } from './csv.ts';
import { diagnosticsOperations } from './diagnostics.ts';
import { disclosureOperations } from './disclosure.ts';
import { draftsOperations } from './drafts.ts';
import { enrolmentOperations } from './enrolment.ts';
import { exchangeOperations, runProgress } from './exchange.ts';
import { everythingOperations } from './everything.ts';
import { exportOperations, exportProgress } from './export.ts';
import { importOperations, importProgress } from './import.ts';
import { fundingOperations } from './funding.ts';
import { gezinOperations } from './gezin.ts';
import { groepenOperations } from './groepen.ts';
import { leerlingenOperations } from './leerlingen.ts';
import { mijnBronOperations } from './mijnBron.ts';
import { notesOperations } from './notes.ts';
import { portsOperations, portsProgress } from './ports.ts';
import { proposalsOperations } from './proposals.ts';
import { registratieoverzichtOperations } from './registratieoverzicht.ts';
import { reportsOperations } from './reports.ts';
import { retentionOperations } from './retention.ts';
import { scheduleOperations } from './schedule.ts';
import { schoolYearOperations } from './schoolYears.ts';
import { sessionOperations } from './session.ts';
import { demoOperations, settingsOperations } from './settings.ts';
import { tellingenOperations } from './tellingen.ts';
import { undoOperations } from './undo.ts';
import { userOperations } from './users.ts';
import { workOperations } from './work.ts';

/** Every operation of the program: the one way in for the screens, the command line and the tests. */
export const operations = {
  ...sessionOperations,
  ...leerlingenOperations,
  ...undoOperations,
  ...notesOperations,
  ...draftsOperations,
  ...completenessOperations,
  ...importOperations,
  ...csvOperations,
  ...exportOperations,
  ...everythingOperations,
  ...enrolmentOperations,
  ...binOperations,
  ...retentionOperations,
  ...disclosureOperations,
  ...gezinOperations,
  ...groepenOperations,
  ...certificateOperations,
  ...exchangeOperations,
  ...registratieoverzichtOperations,
  ...mijnBronOperations,
  ...tellingenOperations,
  ...countingOperations,
  ...reportsOperations,
  ...fundingOperations,
  ...scheduleOperations,
  ...portsOperations,
  ...aansluitingOperations,
  ...workOperations,
  ...ageingOperations,
  ...proposalsOperations,
  ...schoolYearOperations,
  ...settingsOperations,
  ...diagnosticsOperations,
  ...backupOperations,
  ...restoreOperations,
  ...demoOperations,
  ...userOperations,
  ...changesOperations,
} as const;

export type OperationName = keyof typeof operations;
export type Input<N extends OperationName> = z.input<(typeof operations)[N]['input']>;
export type Parsed<N extends OperationName> = z.output<(typeof operations)[N]['input']>;
export type Output<N extends OperationName> = z.output<(typeof operations)[N]['output']>;

/** What the core tells of its own accord. */
export const events = {
  /** The session was opened, locked or its clock moved: ask `session.status`. */
  'session.changed': z.strictObject({}),
  /** Data changed: whatever shows one of these topics asks again. */
  'data.changed': z.strictObject({
    topics: z.array(
      z.enum([
        'leerlingen',
        'groepen',
        'exchange',
        'certificate',
        'settings',
        'demo',
        'drafts',
        'users',
        'changes',
        'import',
        'backup',
        'tellingen',
        'aansluiting',
      ]),
    ),
  }),
  'changes.progress': changesProgress,
  /** Nobody has been at work for long: the administration locks itself in so many seconds; null: somebody is at work again. */
  'session.idle': z.strictObject({ lockInSeconds: z.number().nullable() }),
  'exchange.progress': runProgress,
  'ports.progress': portsProgress,
  'export.progress': exportProgress,
  'import.progress': importProgress,
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;
