import type Database from 'better-sqlite3';

interface Watched {
  table: string;
  event: string;
  /** SQL that names the change. */
  name: string;
  when?: string;
}

const kind = (row: 'NEW' | 'OLD') =>
  `CASE ${row}.nr WHEN 1 THEN 'identificatie' WHEN 2 THEN 'sleutelgegevens' WHEN 3 THEN 'melding' WHEN 4 THEN 'verwijdering'
     ELSE 'verzoek' END`;
const asked = (row: 'NEW' | 'OLD') => `iif(${row}.new_start IS NULL, 'removal', 'correction')`;

/**
 * Where the state of the exchange is kept, and how each change of it is named. What is derived of it changes with it. Of what a person
 * saves it is when an inschrijving is made and ended.
 */
const watched: readonly Watched[] = [
  { table: 'inschrijving', event: 'INSERT', name: "'inschrijving: new'" },
  {
    table: 'inschrijving',
    event: 'UPDATE OF datum_uitschrijving',
    name: "'inschrijving: ended'",
    when: 'OLD.datum_uitschrijving IS NULL AND NEW.datum_uitschrijving IS NOT NULL',
  },
  { table: 'bericht', event: 'INSERT', name: `${kind('NEW')} || ': new -> ' || NEW.state` },
  {
    table: 'bericht',
    event: 'UPDATE OF state',
    name: `${kind('NEW')} || ': ' || OLD.state || ' -> ' || NEW.state`,
    when: 'OLD.state <> NEW.state',
  },
  { table: 'bericht', event: 'DELETE', name: `${kind('OLD')} || ': removed'` },
  { table: 'bundel', event: 'INSERT', name: "'bundel: new -> ' || NEW.state" },
  { table: 'bundel', event: 'UPDATE OF state', name: "'bundel: ' || OLD.state || ' -> ' || NEW.state" },
  { table: 'terugkoppeling', event: 'INSERT', name: "'terugkoppeling: bericht ' || NEW.nr" },
  { table: 'signaal', event: 'INSERT', name: "'signaal: new -> ' || NEW.state" },
  {
    table: 'signaal',
    event: 'UPDATE OF state',
    name: "'signaal: ' || OLD.state || ' -> ' || NEW.state",
    when: 'OLD.state <> NEW.state',
  },
  { table: 'proposal', event: 'INSERT', name: "'proposal: new -> ' || NEW.state" },
  {
    table: 'proposal',
    event: 'UPDATE OF state',
    name: "'proposal: ' || OLD.state || ' -> ' || NEW.state",
    when: 'OLD.state <> NEW.state',
  },
  { table: 'bron_stand', event: 'INSERT', name: "'stand: first'" },
  { table: 'bron_stand', event: 'UPDATE', name: "'stand: replaced'" },
  { table: 'bron_stand', event: 'DELETE', name: "'stand: removed'" },
  { table: 'verwijdering', event: 'INSERT', name: `${asked('NEW')} || ': asked'` },
  { table: 'verwijdering', event: 'DELETE', name: `${asked('OLD')} || ': settled'` },
  { table: 'registratieoverzicht', event: 'INSERT', name: "'registratieoverzicht: asked'" },
  { table: 'registratieoverzicht', event: 'UPDATE OF received_at', name: "'registratieoverzicht: received'" },
  { table: 'unmatched_stand', event: 'INSERT', name: "'unmatched: kept'" },
  { table: 'unmatched_stand', event: 'UPDATE', name: "'unmatched: kept anew'" },
  { table: 'unmatched_stand', event: 'DELETE', name: "'unmatched: dropped'" },
  { table: 'sequence', event: 'INSERT', name: "'number: first ' || NEW.name" },
  { table: 'sequence', event: 'UPDATE', name: "'number: next ' || NEW.name" },
  { table: 'setting', event: 'INSERT', name: "'setting: ' || NEW.key || ' set'", when: "NEW.key GLOB 'exchange.*'" },
  { table: 'setting', event: 'UPDATE', name: "'setting: ' || NEW.key || ' set'", when: "NEW.key GLOB 'exchange.*'" },
  {
    table: 'setting',
    event: 'DELETE',
    name: "'setting: ' || OLD.key || ' removed'",
    when: "OLD.key GLOB 'exchange.*'",
  },
];

/** From now on `strike` is called with the name of each change of the state of the exchange on this connection, inside its transaction. */
export function watchExchange(db: Database.Database, strike: (change: string) => void): void {
  db.function('exchange_changed', (change: string) => {
    strike(change);
    return null;
  });
  for (const [index, { table, event, name, when = 'true' }] of watched.entries())
    db.exec(
      `CREATE TEMP TRIGGER exchange_change_${index} AFTER ${event} ON main.${table} WHEN ${when} BEGIN SELECT exchange_changed(${name}); END`,
    );
}
