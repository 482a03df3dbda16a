import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import { canonical, type MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { inschrijvingIn, kindOfSchool } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { judgeOnderwijsnummer } from '../../../shared/pve/controles/identificatieverzoek.ts';
import { judgeMelding } from '../../../shared/pve/controles/judge.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { Registration } from '../register/inschrijvingen.ts';
import type { AcceptedMessage } from '../register/messages.ts';
import type { PersonRow } from '../register/persons.ts';
import type { WantedFinding } from '../scenarios.ts';
import { mockSignaal } from '../signalen.ts';
import { controleContext } from './facts.ts';
import { identify, type Identification } from './identify.ts';
import { refuse, refusalsIn, type Handler, type HandlerParts } from './parts.ts';
import { storePerson } from './storePerson.ts';
import { persoonsgegevens, signaal, signalenOf, type DeliveredPerson } from './terugkoppeling.ts';

type Content = MeldingContent & Pick<Message<3>, 'berichtidentificatie' | 'verplichteEindtoets'>;

/** Handles bericht 3 (PvE 5.6.3): may it be processed, who is it about, is the inschrijving right. */
export function createMeldingHandler(parts: HandlerParts): Handler {
  const { messages, persons, inschrijvingen, voorraad, brp, brin, scenarios } = parts;

  function registration(
    message: AcceptedMessage,
    content: Content,
    person: PersonRow,
    findings: readonly WantedFinding[],
  ): Registration {
    const found = inschrijvingIn(content);
    if (!found) throw new Error('a melding without inschrijving does not come this far');
    const { verplichteEindtoets: _, ...inschrijving } = found.inschrijving;
    const document = canonical(found.group, inschrijving);
    // 368: the weights of this school are ignored, so they are not registered either.
    if (findings.some(({ code }) => code === '368')) delete document.gewicht;
    const date = typeof document.datumInschrijving === 'string' ? document.datumInschrijving : '';
    const before = inschrijvingen
      .ofPupil(person.id, message.brinnummer)
      .find((row) => row.datum_inschrijving === date && row.deleted === 0);
    const old = before && (JSON.parse(before.content) as Voorkomen);
    const advies = document.adviesVo;
    return {
      person: person.id,
      brinnummer: message.brinnummer,
      datum_inschrijving: date,
      aanleverpunt: message.aanleverpunt,
      leerlingnummer: content.persoonZonderPgn?.[0]?.leerlingnummer ?? null,
      kind: found.group.key,
      content: JSON.stringify(document),
      message: message.seq,
      advies_delivered_on:
        advies === undefined
          ? null
          : old?.adviesVo === advies
            ? (before?.advies_delivered_on ?? null)
            : dateInNetherlands(new Date(message.delivered_at)),
    };
  }

  function answer(
    message: AcceptedMessage,
    content: Content,
    stored: { person: PersonRow; document: Voorkomen; kind: Registration['kind'] },
    identification: Identification,
    findings: readonly WantedFinding[],
  ): Message<10> {
    const delivered: DeliveredPerson = content.persoonMetPgn?.[0] ?? content.persoonZonderPgn?.[0] ?? {};
    const zonder = content.persoonZonderPgn?.[0];
    return {
      berichtidentificatie: message.berichtidentificatie,
      persoon: [
        persoonsgegevens(
          stored.person,
          identification.brp,
          { leerlingnummer: zonder?.leerlingnummer, postcode: delivered.postcode, land: delivered.land },
          stored.document,
        ),
      ],
      [stored.kind]: [stored.document],
      ...(content.verplichteEindtoets ? { verplichteEindtoets: content.verplichteEindtoets } : {}),
      ...signalenOf(findings),
    };
  }

  function approve(
    message: AcceptedMessage,
    content: Content,
    found: Identification,
    findings: readonly WantedFinding[],
    at: string,
  ): void {
    // Another process on this folder may have been first: then nothing is registered twice.
    if (!messages.settle(message.seq, 'geregistreerd', at)) return;
    const person = storePerson(message, content, found, parts);
    const values = registration(message, content, person, findings);
    inschrijvingen.register(values, at);
    const { postcode, land } = content.persoonMetPgn?.[0] ?? content.persoonZonderPgn?.[0] ?? {};
    const since = dateInNetherlands(new Date(message.delivered_at));
    persons.setAddress(person.id, message.brinnummer, { postcode: postcode ?? null, land: land ?? null, since });
    const stored = { person, document: JSON.parse(values.content) as Voorkomen, kind: values.kind };
    voorraad.add(message, 10, answer(message, content, stored, found, findings), at);
  }

  return (message, at) => {
    const content = JSON.parse(message.content) as Content;
    const school = brin.school(message.brinnummer);
    const { kind = 'WPO' } = inschrijvingIn(content) ?? {};
    if (school && kind !== kindOfSchool(school.soort)) {
      refuse(parts, message, [mockSignaal('356')], at);
      return;
    }
    const identification = identify(content, brp, persons);
    const context = controleContext(message, content, identification, parts);
    const findings = [...judgeOnderwijsnummer(context), ...judgeMelding(context), ...scenarios.take(message)];
    const refusals = refusalsIn(findings);
    if (refusals.length > 0) refuse(parts, message, refusals.map(signaal), at);
    else approve(message, content, identification, findings, at);
  };
}
