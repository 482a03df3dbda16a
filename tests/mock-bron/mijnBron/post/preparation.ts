import type { Contactgegevens } from '../../../../shared/mijnBron/contact.ts';
import type { Aansluiting } from '../aansluitingen.ts';
import type { LogIn } from '../logIns.ts';
import { addressOfSchool, inFull, ORGANISATIE, QUESTIONS, type Letter, type Post } from './letter.ts';

interface Preparation {
  aansluiting: Aansluiting;
  contact: Contactgegevens;
  logIns: readonly LogIn[];
}

/** Vooraankondiging 1 (Stappenplan step 1): the planned week, and the log-in of Mijn BRON. */
function firstAnnouncement({ aansluiting, contact, logIns }: Preparation): Post {
  const { naam } = contact.hoofdvestiging;
  return {
    event: 'vooraankondiging1',
    line: { kind: 'vooraankondiging1', by: 'post', to: 'school', start: aansluiting.planned_week },
    letter: {
      address: addressOfSchool(contact),
      titel: 'Eerste vooraankondiging: uw school sluit aan op BRON',
      aanhef: 'Geachte gemachtigde,',
      blocks: [
        {
          text: `${naam} wordt aangesloten op het Basisregister Onderwijs (BRON). Wij plannen de start van de fase aansluiting in de week van ${inFull(aansluiting.planned_week)}. De werkelijke start ligt ten hoogste twee weken daarvoor of daarna; u leest de dag in de tweede vooraankondiging, een maand van tevoren.`,
        },
        {
          text: 'Bij deze brief ontvangt u de brochure voor scholen en het stappenplan. Maak daarmee een plan van aanpak: wie doet wat, en wanneer?',
        },
        { text: 'Voor de start doet uw school het volgende.' },
        {
          list: [
            'Controleer de contactgegevens in Mijn BRON. Wij hebben ze van PGNPO overgenomen; misschien zijn ze verouderd.',
            'Laat uw bevoegd gezag de akkoordverklaring ondertekenen en opsturen. Zonder die verklaring sturen wij geen wachtwoordbrief.',
            'Installeer de juiste versie van uw leerlingenadministratiesysteem.',
            'Laat de poorten 80, 443 en 6914 openzetten.',
            'Geef in Mijn BRON uw aantallen leerlingen door.',
          ],
        },
        { text: 'U kunt inloggen op Mijn BRON met deze gegevens.' },
        {
          secret: true,
          facts: logIns.map(({ aanleverpunt, gebruikersnaam, wachtwoord }) => [
            aanleverpunt === null ? 'Gemachtigde' : `Contactpersoon aanleverpunt ${aanleverpunt}`,
            `${gebruikersnaam}, wachtwoord ${wachtwoord}`,
          ]),
        },
        QUESTIONS,
      ],
      signedBy: ORGANISATIE,
    },
  };
}

/** Vooraankondiging 2 (Stappenplan step 5): the day of the start. */
function secondAnnouncementLetter({ aansluiting, contact }: Preparation): Post {
  return {
    event: 'vooraankondiging2',
    line: { kind: 'vooraankondiging2', by: 'post', to: 'school', start: aansluiting.start },
    letter: {
      address: addressOfSchool(contact),
      titel: 'Tweede vooraankondiging: de dag van uw start',
      aanhef: 'Geachte gemachtigde,',
      blocks: [
        {
          text: `De fase aansluiting van ${contact.hoofdvestiging.naam} begint op ${inFull(aansluiting.start)}. U ontvangt dan per aanleverpunt een wachtwoordbrief, aangetekend.`,
        },
        {
          list: [
            'Download het handboek BRON PO: het staat bij de documenten in Mijn BRON.',
            'Geef in Mijn BRON het aantal leerlingen en het aantal ambulant begeleide leerlingen door, en houd ze daarna bij.',
            'Controleer uw contactgegevens nog een keer. In de week voor de start kunt u ze niet wijzigen.',
          ],
        },
        { text: 'Vanaf de wachtwoordbrief heeft u tien werkweken. Schoolvakanties tellen niet mee.' },
        QUESTIONS,
      ],
      signedBy: ORGANISATIE,
    },
  };
}

const forEverybody = (
  kind: 'brochure' | 'stappenplan' | 'handboek',
  by: 'post' | 'site',
  { titel, blocks }: Pick<Letter, 'titel' | 'blocks'>,
): Post => ({ event: kind, line: { kind, by, to: 'school' }, letter: { address: [], titel, blocks } });

const brochure = forEverybody('brochure', 'post', {
  titel: 'Brochure voor scholen: aansluiten op BRON',
  blocks: [
    {
      text: 'In BRON staat van elke leerling een persoonsgebonden nummer met de gegevens van de inschrijving. Uw school levert die gegevens met het eigen leerlingenadministratiesysteem (LAS); de organisatie BRON vult ze aan met gegevens van de gemeente.',
    },
    { text: 'Op den duur rust de bekostiging op wat in BRON staat, en vervallen de telformulieren.' },
    {
      text: 'De aansluiting heeft dertien stappen: zeven in de voorbereiding en zes in de fase aansluiting, die tien werkweken duurt.',
    },
  ],
});

const stappenplan = forEverybody('stappenplan', 'post', {
  titel: 'Stappenplan aansluiting BRON PO: de dertien stappen',
  blocks: [
    { text: 'Dit is een samenvatting voor de oefenomgeving, in eigen woorden.' },
    {
      list: [
        'Stap 1. U ontvangt de eerste vooraankondiging, de brochure en dit stappenplan.',
        'Stap 2. U controleert uw contactgegevens; uw bevoegd gezag tekent de akkoordverklaring.',
        'Stap 3. U installeert de juiste versie van uw LAS.',
        'Stap 4. U laat de poorten 80, 443 en 6914 openzetten.',
        'Stap 5. U ontvangt de tweede vooraankondiging en downloadt het handboek.',
        'Stap 6. U geeft uw aantallen leerlingen door.',
        'Stap 7. U controleert uw contactgegevens nog een keer.',
        'Stap 8. U ontvangt de wachtwoordbrief: de tien werkweken beginnen.',
        'Stap 9. U downloadt, installeert en test het beveiligingscertificaat, binnen twee weken.',
        'Stap 10. U wisselt de gegevens uit van alle leerlingen sinds 1 augustus 2008.',
        'Stap 11. U ontvangt aan het einde van week 3 en week 6 een voortgangsmail.',
        'Stap 12. U controleert de GTB en het vergelijkingsoverzicht, en geeft uw reactie.',
        'Stap 13. U ontvangt bericht dat de fase is afgerond.',
      ],
    },
  ],
});

const handboek = forEverybody('handboek', 'site', {
  titel: 'Handboek BRON PO (oefenversie)',
  blocks: [
    {
      text: 'Het handboek zegt per situatie welke gegevens u aanlevert. In de oefenomgeving staat hier een korte versie; de Kennisbank in Mijn BRON heeft een bladzijde per signaal.',
    },
    {
      list: [
        'Een leerling komt: inschrijven op de eerste dag dat de leerling les krijgt.',
        'Een leerling vertrekt: uitschrijven op de laatste dag dat de leerling les krijgt.',
        'Een gegeven verandert: een nieuwe periode vanaf de dag van de verandering.',
        'Een gegeven was fout: verbeteren en opnieuw aanleveren.',
      ],
    },
    {
      text: 'Lever wijzigingen binnen twee weken aan. De terugkoppeling haalt u zelf op met een verzoek terugkoppeling.',
    },
  ],
});

/** What comes with vooraankondiging 1 (C-13). */
export const firstPost = (facts: Preparation): Post[] => [firstAnnouncement(facts), brochure, stappenplan];

/** What comes with vooraankondiging 2 (C-26). */
export const secondPost = (facts: Preparation): Post[] => [secondAnnouncementLetter(facts), handboek];
