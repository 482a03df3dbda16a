import { group } from '../gegevensset/build.ts';
import { inschrijvingWec } from '../gegevensset/inschrijvingWec.ts';
import { inschrijvingWpo } from '../gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonZonderPgn } from '../gegevensset/person.ts';
import { persoonVerwijderd, situatieNieuw, situatieOud } from '../gegevensset/personInMessages.ts';
import { selectiegegevens } from '../gegevensset/registratieoverzicht.ts';
import { verplichteEindtoets } from '../gegevensset/verplichteEindtoets.ts';
import { berichtidentificatie, identificatieInschrijving, once } from './parts.ts';

/** Bericht 1: Identificatieverzoek (PvE 5.6.1), of one person, with or without PGN. */
export const identificatieverzoek = group({
  ...once,
  key: 'identificatieverzoek',
  name: 'Identificatieverzoek',
  xsd: 'Identificatieverzoek',
  elements: [berichtidentificatie],
  groups: [persoonZonderPgn, persoonMetPgn],
});

/** Bericht 2: Wijziging sleutelgegevens PO-school (PvE 5.6.2), for a pupil without BRP relation: as it was, and the whole new situation. */
export const wijzigingSleutelgegevens = group({
  ...once,
  key: 'wijzigingSleutelgegevens',
  name: 'Wijziging sleutelgegevens PO-school',
  xsd: 'Wijzigingsleutelgegevens',
  elements: [berichtidentificatie],
  groups: [situatieOud, situatieNieuw],
});

/** Bericht 3: Melding inschrijving (PvE 5.6.3). */
export const meldingInschrijving = group({
  ...once,
  key: 'meldingInschrijving',
  name: 'Melding inschrijving',
  xsd: 'Meldinginschrijving',
  elements: [berichtidentificatie],
  groups: [persoonZonderPgn, persoonMetPgn, inschrijvingWpo, inschrijvingWec, verplichteEindtoets],
});

/** Bericht 4: Verwijderen inschrijving (PvE 5.6.4). */
export const verwijderenInschrijving = group({
  ...once,
  key: 'verwijderenInschrijving',
  name: 'Verwijderen inschrijving',
  xsd: 'Verwijdereninschrijving',
  elements: [berichtidentificatie],
  groups: [persoonVerwijderd, identificatieInschrijving],
});

/** Bericht 5: Verzoek registratieoverzicht (PvE 5.6.5). */
export const verzoekRegistratieoverzicht = group({
  ...once,
  key: 'verzoekRegistratieoverzicht',
  name: 'Verzoek registratieoverzicht',
  xsd: 'Verzoekregistratieoverzicht',
  elements: [berichtidentificatie],
  groups: [selectiegegevens],
});

/** Bericht 6: Verzoek terugkoppeling (PvE 5.6.6). */
export const verzoekTerugkoppeling = group({
  ...once,
  key: 'verzoekTerugkoppeling',
  name: 'Verzoek terugkoppeling',
  xsd: 'Verzoekterugkoppeling',
  elements: [berichtidentificatie],
  groups: [],
});
