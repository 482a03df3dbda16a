/** Sentences of the mock for the signalen that no controle gives: our own words (PvE 7.1.16 has the codes). */
const sentences = {
  356: 'Deze school mag dit soort inschrijving niet in BRON registreren.',
  358: 'Er is een technische fout opgetreden bij DUO.',
  359: 'Het bericht voldoet niet aan het schema (XSD).',
  360: 'De SOAP-envelop klopt niet.',
  366: 'BRIN en aanleverpunt van het bericht horen niet bij het certificaat.',
  396: 'De berichtidentificatie is al gebruikt of loopt niet op.',
  743: 'De berichtidentificatie bevat andere tekens dan letters en cijfers.',
} as const;

export type MockSignaal = `${keyof typeof sentences}`;

/** The signaal of a message for a code. */
export const mockSignaal = (code: MockSignaal) => ({
  signaalcode: code,
  omschrijving: sentences[Number(code) as keyof typeof sentences],
});
