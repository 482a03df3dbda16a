import { startShell } from './shell/start.ts';

void startShell();
