import { today } from '../../../shared/domain/clock.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { editionOn } from '../../../shared/pve/controles/readings.ts';
import type { ProcessorParts } from '../processing/parts.ts';
import { sleutelgegevens } from '../processing/terugkoppeling.ts';
import { ownBerichtidentificatie } from '../register/meta.ts';
import type { Owner } from '../register/terugkoppelvoorraad.ts';
import { isDouble, type Enrolled } from './doubles.ts';
import { controlPeriod, inschrijvingOf, receivers } from './schools.ts';

type Situatie = NonNullable<Message<16>['situatieDubbeleInschrijving']>[number];

/** The periodic control of dubbele inschrijvingen (PvE 5.6.15). */
export interface DubbeleInschrijvingen {
  /** Controls now; gives the aanleverpunten that a bericht 16 was put ready for. */
  control(): Owner[];
  /** Controls when the time has come by the clock. */
  run(): void;
}

const NEXT = 'dubbele-inschrijving-next';

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

/** Controls every `days` days of the mock's clock; 0: only when asked for. */
export function createDubbeleInschrijvingen(parts: ProcessorParts, days: number): DubbeleInschrijvingen {
  const { register, persons, inschrijvingen, voorraad, brp, brin, meta, clock } = parts;
  const remember = register.prepare<[number, string, string]>(
    `INSERT INTO reported_doubles (person, brinnummer, content) VALUES (?, ?, ?)
     ON CONFLICT (person, brinnummer) DO UPDATE SET content = excluded.content WHERE content <> excluded.content`,
  );

  /** The inschrijvingen of a pupil that are double with one at another school. */
  function doubled(person: number, controledatum: string): Enrolled[] {
    const edition = parts.edition ?? editionOn(controledatum);
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

  const control = register.transaction(() => {
    const controledatum = today(clock);
    if (days > 0) meta.set(NEXT, addDays(controledatum, days));
    return inschrijvingen.atMoreSchools().flatMap((person) => signal(person, controledatum));
  });

  return {
    control: () => control.immediate(),
    run: () => {
      if (days === 0) return;
      const date = today(clock);
      const next = meta.get(NEXT);
      // A clock that was set back does not wait for the day of before.
      if (next === undefined || next > addDays(date, days)) meta.set(NEXT, addDays(date, days));
      else if (date >= next) control.immediate();
    },
  };
}
