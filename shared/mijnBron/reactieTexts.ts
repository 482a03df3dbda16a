import type { reactieChoices } from './reactie.ts';

export type ReactieChoice = (typeof reactieChoices)[number];

/** The four choices as program and site show them, and what each says (Stappenplan step 12). Kwaliteit is the content of both overviews. */
export const reactieTexts: Readonly<Record<ReactieChoice, { title: string; says: string; then: string }>> = {
  akkoord: {
    title: 'Akkoord',
    says: 'De inhoud van het GTB overzicht en het vergelijkingsoverzicht is juist, en de aantallen zijn juist.',
    then: 'Uw school is daarmee gekwalificeerd: de gegevens in BRON worden gebruikt voor de bekostiging.',
  },
  kwaliteitAkkoordAantalNiet: {
    title: 'Kwaliteit akkoord, aantal niet akkoord',
    says: 'De inhoud van het GTB overzicht en het vergelijkingsoverzicht is juist, maar de aantallen zijn niet juist.',
    then: 'Vul de gegevens aan en geef daarna opnieuw uw reactie.',
  },
  kwaliteitNietAantalNiet: {
    title: 'Kwaliteit niet akkoord, aantal niet akkoord',
    says: 'De inhoud van het GTB overzicht en het vergelijkingsoverzicht is niet juist, en de aantallen zijn niet juist.',
    then: 'Verbeter de gegevens en geef daarna opnieuw uw reactie.',
  },
  kwaliteitNietAantalAkkoord: {
    title: 'Kwaliteit niet akkoord, aantal akkoord',
    says: 'De inhoud van het GTB overzicht en het vergelijkingsoverzicht is niet juist, maar de aantallen zijn juist.',
    then: 'Verbeter de gegevens en geef daarna opnieuw uw reactie.',
  },
};
