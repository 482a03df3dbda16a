import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { judgeVerwijdering, verwijderingAsMelding } from '../../../shared/pve/controles/verwijderen.ts';
import { controleContext, judgingFacts, registeredPerson } from './facts.ts';
import { identify } from './identify.ts';
import { refuse, refusalsIn, type Handler, type HandlerParts } from './parts.ts';
import { signaal, signalenOf } from './terugkoppeling.ts';

/** Handles bericht 4 (PvE 5.6.4): the inschrijving is found by leerling, school and datum inschrijving, and goes. */
export function createVerwijderenHandler(parts: HandlerParts): Handler {
  const { messages, persons, inschrijvingen, voorraad, brp, scenarios } = parts;
  return (message, at) => {
    const verwijdering = JSON.parse(message.content) as Message<4>;
    const content = verwijderingAsMelding(verwijdering, judgingFacts(message, parts).school);
    const identification = identify(content, brp, persons);
    const judged = judgeVerwijdering(controleContext(message, content, identification, parts));
    const findings = [...judged, ...scenarios.take(message)];
    const refusals = refusalsIn(findings);
    if (refusals.length > 0) {
      refuse(parts, message, refusals.map(signaal), at);
      return;
    }
    const { persoon = [], identificatieInschrijving = [] } = verwijdering;
    const person = registeredPerson(identification, persons);
    if (!person) throw new Error('a verwijdering of an unknown pupil does not come this far');
    if (!messages.settle(message.seq, 'geregistreerd', at)) return;
    inschrijvingen.remove({
      person: person.id,
      brinnummer: message.brinnummer,
      datum_inschrijving: identificatieInschrijving[0]?.datumInschrijving ?? '',
      message: message.seq,
    });
    const { berichtidentificatie } = message;
    voorraad.add(
      message,
      11,
      { berichtidentificatie, persoon, identificatieInschrijving, ...signalenOf(findings) },
      at,
    );
  };
}
