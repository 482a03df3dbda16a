import { element, group } from './build.ts';
import { inschrijvingWec } from './inschrijvingWec.ts';
import { inschrijvingWpo } from './inschrijvingWpo.ts';
import { persoonBrp, persoonGevraagd } from './person.ts';
import { verplichteEindtoets } from './verplichteEindtoets.ts';

/** What a registratieoverzicht is asked of (PvE 4.1.5 elements 96 and 97, 5.6.5). Without persons: of every pupil. */
export const selectiegegevens = group({
  key: 'selectiegegevens',
  name: 'Selectiegegevens',
  xsd: 'selectiegegevens',
  file: 'BegrippenregisterPersoonPO',
  min: 1,
  max: 1,
  elements: [
    element('96', 'peildatum', 'Peildatum', 'peildatum', 'datum', 8, { required: true }),
    element('97', 'vestigingsvolgnummer', 'Vestigingsvolgnummer', 'vestigingsvolgnummer', 'alfanum', 2, {
      waardelijst: 'vestiging',
    }),
  ],
  groups: [persoonGevraagd],
});

/** By which melding BRON came to what it has registered (PvE 5.6.12). */
const meldinggegevens = group({
  key: 'meldinggegevens',
  name: 'Meldinggegevens',
  xsd: 'meldinggegevens',
  file: 'BegrippenregisterAlgemeenPO',
  min: 1,
  max: 1,
  elements: [
    element('1', 'berichtidentificatie', 'Berichtidentificatie', 'berichtidentificatie', 'alfanum', 16, {
      required: true,
    }),
    element('3', 'aanleverpuntnummer', 'Aanleverpuntnr', 'aanleverpuntnummer', 'alfanum', 2),
  ],
  groups: [],
});

/**
 * A person of a registratieoverzicht with one inschrijving as registered (PvE 5.6.12). Assumed: the inschrijving stands inside the
 * person it belongs to, and the meldinggegevens stand once, after the inschrijving WPO or WEC and before the verplichte eindtoets (as the edition of 2015-11 prints them).
 */
export const persoonGeregistreerd = group({
  key: 'persoon',
  name: 'Persoonsgegevens',
  xsd: 'persoonsgegevens',
  file: 'BegrippenregisterPersoonPO',
  min: 0,
  max: 'n',
  elements: persoonBrp.elements,
  groups: [...persoonBrp.groups, inschrijvingWpo, inschrijvingWec, meldinggegevens, verplichteEindtoets],
});
