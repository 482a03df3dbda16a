import { reactieChoices } from '../../../../shared/mijnBron/reactie.ts';

export type Choice = (typeof reactieChoices)[number];

/** The four choices as the site shows them, and what each says (Stappenplan step 12, C-65). Kwaliteit is the content of both overviews. */
export const choiceTexts: Readonly<Record<Choice, { title: string; says: string; then: string }>> = {
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

/** The choice of a form; undefined: none of the four. */
export const readChoice = (typed: string | undefined): Choice | undefined =>
  reactieChoices.find((choice) => choice === typed);
