import type { Contactgegevens } from '../../../../shared/mijnBron/contact.ts';
import type { Aansluiting, Ending } from '../aansluitingen.ts';
import { addressOfBoard, addressOfSchool, inFull, ORGANISATIE, QUESTIONS, type Block, type Post } from './letter.ts';

const REGULAR: Block = {
  text: 'Uw school wisselt vanaf nu regulier gegevens uit: nieuwe en gewijzigde gegevens gaan binnen twee weken naar BRON. De reguliere bekostiging en de groeitelling rusten vanaf 1 oktober 2010 op BRON; de bekostiging van ambulant begeleide leerlingen gaat enkele weken na deze afronding over, met terugwerkende kracht tot 1 augustus 2008.',
};

const RECOVERY: Block = {
  text: 'Staat een ambulant begeleide leerling die eerder met een formulier is doorgegeven niet in BRON, dan wordt de bekostiging van die leerling teruggevorderd, ten hoogste tot 1 augustus 2008.',
};

/** What each ending means from then on (Stappenplan step 13). */
function blocksOf(
  ending: Ending,
  { ended_on, closing_into }: Aansluiting,
  naam: string,
  withOverview: boolean,
): Block[] {
  const overview = withOverview ? 'van de GTB en het vergelijkingsoverzicht' : 'van de GTB';
  switch (ending) {
    case 'gekwalificeerd':
      return [
        {
          text: `${naam} is gekwalificeerd: u bent akkoord gegaan met de inhoud ${overview} en met de aantallen. De gegevens in BRON worden gebruikt voor de bekostiging.`,
        },
        REGULAR,
        RECOVERY,
      ];
    case 'aangesloten':
      return [
        {
          text: `De fase aansluiting van ${naam} is voorbij. De school is aangesloten: u kunt gegevens uitwisselen, maar bent niet akkoord gegaan met de inhoud ${overview} of met de aantallen in BRON. U bent dus niet gekwalificeerd.`,
        },
        {
          text: 'Vul uw gegevens aan, zodat zij de juiste basis voor de bekostiging zijn. De Helpdesk BRON ondersteunt u niet meer actief; u kunt wel zelf contact opnemen.',
        },
        REGULAR,
        RECOVERY,
      ];
    case 'closed':
      return [
        {
          text: `${naam} staat vanaf ${inFull(ended_on ?? '')} niet meer in BRIN. De fase aansluiting van deze school stopt daarom.`,
        },
        {
          text: closing_into
            ? `De leerlingen gaan over naar de school met BRIN ${closing_into}, die een eigen aansluiting heeft. Schrijf ze hier uit op de laatste dag, en daar in.`
            : 'Schrijf de leerlingen uit op de laatste dag en wissel dat uit.',
        },
      ];
  }
}

/** The message about the end of the fase, to school and bevoegd gezag (Stappenplan step 13, C-67). */
export function endingPost(
  ending: Ending,
  aansluiting: Aansluiting,
  contact: Contactgegevens,
  withOverview: boolean,
): Post[] {
  const { naam } = contact.hoofdvestiging;
  const letter = {
    titel: `Afronding van de fase aansluiting van ${naam}`,
    blocks: [...blocksOf(ending, aansluiting, naam, withOverview), QUESTIONS],
    signedBy: ORGANISATIE,
  };
  return [
    {
      event: 'afronding:school',
      line: { kind: 'afronding', by: 'post', to: 'school' },
      letter: { ...letter, address: addressOfSchool(contact), aanhef: 'Geachte gemachtigde,' },
    },
    {
      event: 'afronding:bevoegd gezag',
      line: { kind: 'afronding', by: 'post', to: 'bevoegd gezag' },
      letter: { ...letter, address: addressOfBoard(contact), aanhef: 'Geacht bestuur,' },
    },
  ];
}
