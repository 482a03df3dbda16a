import { operations, type OperationName } from '../../shared/api/contract.ts';
import { access, role, rolesWith, type Access } from '../../shared/api/roles.ts';

const meanings: Readonly<Record<Access, string>> = {
  locked: 'anybody, also while the administration is locked',
  open: 'any user',
  ownGroup: 'pupils and groepen; a leerkracht only those of the own groepen, see below',
  read: 'everything that is registered',
  register: 'changing what is registered',
  exchange: 'sending to and fetching from BRON',
  authorise: 'deciding against our own rules',
  transfer: 'data of many pupils into or out of the administration',
  manage: 'users, settings, certificate, backups, the log of changes',
};

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (heading: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(heading), row(heading.map(() => '---')), ...rows.map(row)].join('\n');

const namesOf = (wanted: Access) =>
  (Object.keys(operations) as OperationName[]).filter((name) => operations[name].access === wanted);
const marks = (wanted: Access) => role.options.map((who) => (rolesWith[wanted].includes(who) ? 'yes' : ''));

/** The text of `docs/rollen.md`: who may do what, as the contract says it. */
export const rolesDocument = (): string => `# Who may do what

Made of \`shared/api/roles.ts\` and the contract by \`npm run roles\`; a test fails when it is not up to date. The core checks it
for every operation, before it looks at the input (\`electron/core/session/gate.ts\`); screens only hide what would be refused.

## Roles

| Role | Who |
| --- | --- |
| beheerder | manages users, settings, certificate, backups and the log of changes; may do everything |
| gemachtigde | answers for the exchange with BRON; besides the office's work may send what our own rules hold back |
| administratie | registers pupils and exchanges with BRON |
| leerkracht | sees the pupils of the own groepen, changes nothing |
| lezer | sees everything that is registered, changes nothing |

## Access

${table(
  ['Access', ...role.options, 'Meaning'],
  access.options.map((wanted) => [`\`${wanted}\``, ...marks(wanted), meanings[wanted]]),
)}

## Operations

${table(
  ['Operation', 'Access', ...role.options],
  access.options.flatMap((wanted) => namesOf(wanted).map((name) => [`\`${name}\``, wanted, ...marks(wanted)])),
)}

While a password for one use has not been replaced, only \`session.choosePassword\` is open. While a recovery code has not been asked
back, a beheerder can only do that or make another; nobody else is held up by it.

## What a leerkracht sees

The pupils who are today in one of the groepen given to her, in this schooljaar and at the vestiging of the groep. Of them: no BSN and no
onderwijsnummer, and nobody is found by one; no note; of the inschrijving no gewicht, NNCA, LGF-indicatie and bekostiging, and of the
exchange with BRON no more than how far it is. Of their families: the verzorgers with how to reach them, without what only counts for
funding, and those brothers and sisters whom she sees too. That is in one place, \`electron/core/leerlingen/visible.ts\`: every query
that answers a person asks \`sightOf\` where it finds pupils.

A secret address (\`geheim\`) is only for who may \`register\`: neither leerkracht nor lezer gets it, nor that of those who live there, nor what
BRON says of it.

## What this is, and what it is not

Roles are kept by the program, not by cryptography: the database has one key, and every user's password leads to it. Somebody with a
password, the data folder and the skill to write a program can read everything. Removing a user therefore offers a new key.
`;
