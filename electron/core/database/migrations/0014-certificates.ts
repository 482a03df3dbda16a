import type { Migration } from '../migrations.ts';

/**
 * Certificates of which one is in use, others wait and earlier ones are history. Which is in use follows from validity, clock and
 * the order of installing (`id`); of what is history the key is destroyed (`pem_key` NULL).
 */
export const certificates: Migration = {
  version: 14,
  name: 'certificates',
  up(db) {
    db.exec(`
CREATE TABLE certificate_new (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  holder TEXT NOT NULL,
  issuer TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  pem_certificate TEXT NOT NULL,
  pem_chain TEXT NOT NULL,
  pem_key TEXT,
  installed_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
INSERT INTO certificate_new (id, fingerprint, holder, issuer, valid_from, valid_to, pem_certificate, pem_chain, pem_key, installed_at)
SELECT id, coalesce(fingerprint, id), coalesce(holder, ''), coalesce(issuer, ''), coalesce(valid_from, ''), coalesce(valid_to, ''),
  pem_certificate, coalesce(pem_chain, ''), pem_key, installed_at
FROM certificate WHERE id IN (SELECT max(id) FROM certificate GROUP BY coalesce(fingerprint, id));
DROP TABLE certificate;
ALTER TABLE certificate_new RENAME TO certificate;`);
  },
};
