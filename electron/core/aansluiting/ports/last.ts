import { portTest, type PortTest } from '../../../../shared/api/ports.ts';
import type { Connection } from '../../database/database.ts';
import { readSetting, writeSetting } from '../../school/settings.ts';

const LAST = 'ports.last';

/** The last test of the ports that was not stopped; undefined when there was none, or one of another version of the program. */
export const lastPortTest = (db: Connection): PortTest | undefined => portTest.safeParse(readSetting(db, LAST)).data;

/** Keeps a test as the last one. */
export const keepPortTest = (db: Connection, test: PortTest): void => writeSetting(db, LAST, test);
