import { today } from '../../../shared/domain/clock.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { ProcessorParts } from '../processing/parts.ts';
import { sleutelgegevens } from '../processing/terugkoppeling.ts';
import { ownBerichtidentificatie } from '../register/meta.ts';
import type { Owner } from '../register/terugkoppelvoorraad.ts';
import { isDouble, type Enrolled } from './doubles.ts';
import { controlPeriod, inschrijvingOf, receivers } from './schools.ts';

type Situatie = NonNullable<Message<16>['situatieDubbeleInschrijving']>[number];

function situatieOf({ row, inschrijving, school }: Enrolled): Situatie {
  const { brinnummer, datum_inschrijving: datumInschrijving } = row;
  const { datumUitschrijving } = inschrijving;
  const { naam = brinnummer, plaats = 'Onbekend', contactpersoon } = school ?? {};
  return {
    brinnummer,
    naamSchool: naam.slice(0, 70),
    plaatsSchool: plaats.slice(0, 24),
    datumInschrijving,
    ...(datumUitschrijving ? { datumUitschrijving } : {}),
    naamContactpersoon: contactpersoon?.naam ?? `Administratie ${brinnummer}`,
    telefoonnummerContactpersoon: contactpersoon?.telefoonnummer ?? '0000000000',
    emailContactpersoon: contactpersoon?.email ?? `administratie@${brinnummer.toLowerCase()}.example`,
  };
}

/** The control of dubbele inschrijvingen (PvE 5.6.15); gives the aanleverpunten that a bericht 16 was put ready for. */
export function createDubbeleInschrijvingen(parts: ProcessorParts): () => Owner[] {
  const { register, persons, inschrijvingen, voorraad, brp, brin, meta, clock } = parts;
  const remember = register.prepare<[number, string, string]>(
    `INSERT INTO reported_doubles (person, brinnummer, content) VALUES (?, ?, ?)
     ON CONFLICT (person, brinnummer) DO UPDATE SET content = excluded.content WHERE content <> excluded.content`,
  );

  /** The inschrijvingen of a pupil that are double with one at another school. */
  function doubled(person: number, controledatum: string): Enrolled[] {
    const edition = parts.editions.on(controledatum);
    const enrolled = inschrijvingen
      .ofPerson(person)
      .map((row) => ({ row, inschrijving: inschrijvingOf(row), school: brin.school(row.brinnummer) }));
    const period = controlPeriod(controledatum);
    return enrolled.filter((one) => enrolled.some((other) => isDouble(one, other, period, edition)));
  }

  /** One bericht per pupil and school, with every school concerned (reading R25), as long as it is double (PvE 5.6.15). */
  function signal(person: number, controledatum: string): Owner[] {
    const found = doubled(person, controledatum);
    const row = persons.byId(person);
    const { burgerservicenummer } = row;
    const citizen = burgerservicenummer === null ? undefined : brp.byBsn(burgerservicenummer);
    const content = {
      controledatum,
      persoon: [sleutelgegevens(row, citizen)],
      situatieDubbeleInschrijving: found.map(situatieOf),
    };
    return [...Map.groupBy(found, ({ row: { brinnummer } }) => brinnummer)].flatMap(([brinnummer, own]) => {
      // Reading R47 (assumed): every control tells it anew, the same control does not.
      if (remember.run(person, brinnummer, JSON.stringify(content)).changes === 0) return [];
      const rows = own.map((one) => one.row);
      return receivers(brinnummer, rows, parts).map((aanleverpunt) => {
        const owner = { brinnummer, aanleverpunt };
        const berichtidentificatie = ownBerichtidentificatie(meta);
        voorraad.add(owner, 16, { berichtidentificatie, ...content }, clock.now().toISOString());
        return owner;
      });
    });
  }

  return register.transaction(() => {
    const controledatum = today(clock);
    return inschrijvingen.atMoreSchools().flatMap((person) => signal(person, controledatum));
  });
}
