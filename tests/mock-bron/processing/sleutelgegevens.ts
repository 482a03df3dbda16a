import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { judgeWijziging } from '../../../shared/pve/controles/sleutelgegevens.ts';
import type { AcceptedMessage } from '../register/messages.ts';
import type { PersonRow } from '../register/persons.ts';
import type { WantedFinding } from '../scenarios.ts';
import { judgeInschrijvingAges } from './ages.ts';
import { judgingFacts } from './facts.ts';
import { identify, type Identification } from './identify.ts';
import { refuse, refusalsIn, type Handler, type HandlerParts } from './parts.ts';
import { persoonsgegevens, signaal, signalenOf } from './terugkoppeling.ts';

type SituatieNieuw = NonNullable<Message<2>['situatieNieuw']>[number];

/** Handles bericht 2 (PvE 5.6.2): changes the sleutelgegevens of a pupil without BRP relation, by which one may be found. */
export function createSleutelgegevensHandler(parts: HandlerParts): Handler {
  const { messages, persons, inschrijvingen, voorraad, brp, mutaties, scenarios } = parts;

  /** Whom the pupil is found to be by the new gegevens: by the BSN that the school found, or else by the name that BRON has. */
  function identifyAnew(nieuw: SituatieNieuw, known: PersonRow | undefined): Identification {
    if (nieuw.burgerservicenummer !== undefined) {
      const identification = identify({ persoonMetPgn: [nieuw] }, brp, persons);
      // An unreliable BSN does not take the place of an onderwijsnummer (assumed).
      return identification.unreliable ? { found: false } : identification;
    }
    const { geboortedatum = '', geslacht = '' } = nieuw;
    const { achternaam, voornamen } = known ?? {};
    const citizen = brp.byName({ geboortedatum, geslacht, achternaam: achternaam ?? '', voornamen: voornamen ?? '' });
    return { found: true, brp: citizen, bsnFound: citizen?.bsn };
  }

  function approve(
    message: AcceptedMessage,
    { situatieOud = [], situatieNieuw: [nieuw = {}] = [] }: Message<2>,
    known: PersonRow,
    { brp: citizen, bsnFound }: Identification,
    findings: readonly WantedFinding[],
    at: string,
  ): void {
    const { brinnummer, berichtidentificatie } = message;
    const { postcode, land, datumIngangAdreswijziging } = nieuw;
    const { geboortedatum = '', geslacht = '' } = { ...nieuw, ...citizen };
    const rows = inschrijvingen.ofPupil(known.id, brinnummer).filter(({ deleted }) => deleted === 0);
    const ages = geboortedatum === known.geboortedatum ? [] : judgeInschrijvingAges(rows, geboortedatum, parts);
    const bsn = nieuw.burgerservicenummer ?? bsnFound;
    const change = () => {
      const changed = persons.change(known, { geboortedatum, geslacht });
      return bsn === undefined ? changed : persons.giveBsn(changed, bsn);
    };
    const { person } = mutaties.changePgn(known, change, brinnummer);
    if (postcode !== undefined || land !== undefined) {
      const since = datumIngangAdreswijziging ?? dateInNetherlands(new Date(message.delivered_at));
      persons.setAddress(person.id, brinnummer, { postcode: postcode ?? null, land: land ?? null, since });
    }
    const address = citizen ? undefined : persons.address(person.id, brinnummer);
    const registered = persoonsgegevens(
      person,
      citizen,
      { postcode: address?.postcode ?? undefined, land: address?.land ?? undefined },
      {},
    );
    const situatieNieuw = [
      { ...registered, ...(datumIngangAdreswijziging === undefined ? {} : { datumIngangAdreswijziging }) },
    ];
    const signalen = signalenOf([...findings, ...ages]);
    voorraad.add(message, 9, { berichtidentificatie, situatieOud, situatieNieuw, ...signalen }, at);
  }

  return (message, at) => {
    const wijziging = JSON.parse(message.content) as Message<2>;
    const { situatieOud = [], situatieNieuw: [nieuw = {}] = [] } = wijziging;
    const { found, known } = identify({ persoonMetPgn: situatieOud }, brp, persons);
    const anew = identifyAnew(nieuw, known);
    const judged = judgeWijziging({
      ...judgingFacts(message, parts),
      wijziging,
      postcodeExists: parts.postcodeExists,
      oud: { personFound: found, brpRelation: known !== undefined && known.burgerservicenummer !== null },
      nieuw: { personFound: anew.found, ...(anew.brp?.geheim ? { geheim: true } : {}) },
    });
    const findings = [...judged, ...scenarios.take(message)];
    const refusals = refusalsIn(findings);
    if (refusals.length > 0) {
      refuse(parts, message, refusals.map(signaal), at);
      return;
    }
    if (!known) throw new Error('a wijziging of an unknown pupil does not come this far');
    if (!messages.settle(message.seq, 'geregistreerd', at)) return;
    approve(message, wijziging, known, anew, findings, at);
  };
}
