import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { judgeIdentificatieverzoek } from '../../../shared/pve/controles/identificatieverzoek.ts';
import { controleContext } from './facts.ts';
import { identify } from './identify.ts';
import { refuse, refusalsIn, type Handler, type HandlerParts } from './parts.ts';
import { storePerson } from './storePerson.ts';
import { identifiedPerson, signaal, signalenOf } from './terugkoppeling.ts';

/**
 * Handles bericht 1 (PvE 5.6.1): a persoon met PGN is verified, one without is sought in BRON and the BRP and gets an onderwijsnummer
 * when no BSN is found. BRON knows the person afterwards; the address volgens instelling it registers with an inschrijving only (assumed).
 */
export function createIdentificatieverzoekHandler(parts: HandlerParts): Handler {
  const { messages, persons, voorraad, brp, scenarios } = parts;
  return (message, at) => {
    const content = JSON.parse(message.content) as Message<1>;
    const identification = identify(content, brp, persons);
    const judged = judgeIdentificatieverzoek(controleContext(message, content, identification, parts));
    const findings = [...judged, ...scenarios.take(message)];
    const refusals = refusalsIn(findings);
    if (refusals.length > 0) {
      refuse(parts, message, refusals.map(signaal), at);
      return;
    }
    if (!messages.settle(message.seq, 'answered', at)) return;
    const { berichtidentificatie } = message;
    const { leerlingnummer } = content.persoonZonderPgn?.[0] ?? {};
    const { postcode, land } = content.persoonMetPgn?.[0] ?? content.persoonZonderPgn?.[0] ?? {};
    const person = storePerson(message, content, identification, parts);
    const persoon = [identifiedPerson(person, identification.brp, { leerlingnummer, postcode, land })];
    voorraad.add(message, 8, { berichtidentificatie, persoon, ...signalenOf(findings) }, at);
  };
}
