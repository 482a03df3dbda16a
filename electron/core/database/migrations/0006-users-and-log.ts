import { suggestLogin } from '../../../../shared/domain/login.ts';
import type { Migration } from '../migrations.ts';

/**
 * `number` stands for a user in the log of changes, whose ids are numbers; it is never given twice, and a removed user keeps
 * the row, so that the log can still say who it was.
 */
const users = `
ALTER TABLE user_account ADD COLUMN number INTEGER;
ALTER TABLE user_account ADD COLUMN login TEXT;
ALTER TABLE user_account ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE user_account ADD COLUMN one_time_password INTEGER NOT NULL DEFAULT 0 CHECK (one_time_password IN (0, 1));
ALTER TABLE user_account ADD COLUMN last_login_at TEXT;
ALTER TABLE user_account ADD COLUMN removed_at TEXT;
UPDATE user_account SET number = rowid;
CREATE UNIQUE INDEX user_account_by_number ON user_account (number);
CREATE UNIQUE INDEX user_account_by_login ON user_account (login) WHERE removed_at IS NULL;
`;

/** What the log of changes is looked through by, each with the moment for its pages; by person also for one kind of record. */
const log = `
CREATE INDEX change_log_by_moment ON change_log (at);
CREATE INDEX change_log_by_user ON change_log (user_id, at, entity);
CREATE INDEX change_log_by_kind ON change_log (entity, at);
`;

/** Users with a login and a password for one use; the log of changes as a screen. */
export const usersAndLog: Migration = {
  version: 6,
  name: 'users and log',
  up(db) {
    db.exec(users + log);
    const taken: string[] = [];
    const accounts = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM user_account').all();
    for (const { id, name } of accounts) {
      const login = suggestLogin(name, taken);
      db.prepare('UPDATE user_account SET login = ? WHERE id = ?').run(login, id);
      taken.push(login);
    }
  },
};
