import { emptyInschrijving, type GegevensWpo } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { Administration } from '../../electron/core/context.ts';
import { refreshInschrijving } from '../../electron/core/exchange/state.ts';
import { writeInschrijving, writeLeerling } from '../../electron/core/leerlingen/repository.ts';
import { origins } from '../../scripts/demo/names.mts';
import { createRandom, type Random } from '../../scripts/demo/random.mts';

const PER_TRANSACTION = 250;

/** An invented person without numbers. */
export function personOf(random: Random, index: number): Persoonsgegevens {
  const { boys, girls, surnames } = random.pick(origins);
  const boy = random.chance(50);
  const [achternaam = '', voorvoegsel] = random.pick(surnames).split(',');
  const first = random.pick(boy ? boys : girls);
  const second = random.pick(boy ? boys : girls);
  return {
    leerlingnummer: String(100_000 + index),
    roepnaam: first,
    voornamen: `${first} ${second}`,
    achternaam: `${achternaam}${random.pick(['', '', 'ster', 'man', 'sma', 'inga', 'huis', 'beek', 'veld'])}`,
    ...(voorvoegsel ? { voorvoegsel } : {}),
    geboortedatum: `${1998 + random.below(8)}-0${1 + random.below(9)}-1${random.below(10)}`,
    geslacht: boy ? 'M' : 'V',
    postcode: '2511DP',
    straatnaam: 'Oefenstraat',
    huisnummer: String(1 + random.below(200)),
    plaatsnaam: 'Oefenstad',
  };
}

function inschrijvingOf(random: Random): GegevensWpo {
  const date = `200${6 + random.below(4)}-08-01`;
  const leerjaar = String(1 + random.below(8));
  return {
    ...emptyInschrijving('WPO'),
    datumInschrijving: date,
    aanduidingNnca: '1',
    vestiging: [{ begindatum: date, vestigingsvolgnummer: '00' }],
    indicatieBekostiging: [{ begindatum: date, indicatieBekostiging: 'true' }],
    leerjaarGroep: [{ begindatum: date, leerjaar, groep: `${leerjaar}${random.pick(['a', 'b', 'c'])}` }],
    gewicht: [{ codeGewichtenregeling: '2', begindatum: date, gewicht: random.pick(['0', '0', '0', '0,30', '1,20']) }],
  };
}

/** Puts `count` invented pupils without numbers, each with one inschrijving, into an open administration. */
export function addPupils(administration: Administration, count: number, seed = 1): void {
  const { db, clock } = administration;
  const random = createRandom(seed);
  for (let start = 0; start < count; start += PER_TRANSACTION) {
    db.transaction(() => {
      for (let index = start; index < Math.min(start + PER_TRANSACTION, count); index += 1) {
        const { id } = writeLeerling(administration, personOf(random, index));
        refreshInschrijving(db, clock, writeInschrijving(administration, id, inschrijvingOf(random)).id);
      }
    }).immediate();
  }
}
