import type { Contactgegevens } from '../../../../shared/mijnBron/contact.ts';
import type { Voortgang } from '../../../../shared/mijnBron/progress.ts';
import type { Wachtwoordbrief } from '../../register/letters.ts';
import { addressOfSchool, HELPDESK, inFull, ORGANISATIE, QUESTIONS, type Post } from './letter.ts';

/** The wachtwoordbrief of an aanleverpunt (Stappenplan step 8). */
export const wachtwoordbrief = (brief: Wachtwoordbrief, lastDay: string, contact: Contactgegevens): Post => ({
  event: `wachtwoordbrief:${brief.aanleverpunt}`,
  aanleverpunt: brief.aanleverpunt,
  line: { kind: 'wachtwoordbrief', by: 'post', to: 'gemachtigde' },
  letter: {
    address: ['AANGETEKEND', ...addressOfSchool(contact)],
    titel: `Wachtwoordbrief voor aanleverpunt ${brief.aanleverpunt}`,
    aanhef: 'Geachte gemachtigde,',
    blocks: [
      {
        text: 'Met deze brief begint de fase aansluiting van uw school. U heeft vanaf nu tien werkweken om u te kwalificeren.',
      },
      { text: 'Met de volgende gegevens downloadt u het beveiligingscertificaat van dit aanleverpunt.' },
      {
        facts: [
          ['BRIN en aanleverpunt', `${brief.brinnummer} ${brief.aanleverpunt}`],
          ['Gebruikersnaam', brief.gebruikersnaam],
          ['Wachtwoord', brief.wachtwoord],
        ],
      },
      {
        text: `Download het certificaat uiterlijk op ${inFull(lastDay)}. Dat kan één keer. De tien weken lopen door, ook als u het certificaat nog niet heeft. Installeer het in uw LAS en test het met een verzoek terugkoppeling.`,
      },
      { text: 'Bewaar deze brief: met hetzelfde wachtwoord opent uw LAS het certificaat, ook later.' },
      QUESTIONS,
    ],
    signedBy: ORGANISATIE,
  },
});

/** Contactgegevens of an aanleverpunt; the gemachtigde for one that is not in them. */
const contactOf = ({ hoofdvestiging, aanleverpunten }: Contactgegevens, aanleverpunt: string) =>
  aanleverpunten.find((point) => point.aanleverpunt === aanleverpunt)?.contactpersoon ?? hoofdvestiging.gemachtigde;

/** The Helpdesk BRON tells that the certificate was not downloaded after a week (Stappenplan step 9, C-42). */
export function remindDownload(aanleverpunt: string, lastDay: string, contact: Contactgegevens): Post {
  const { naam, email } = contactOf(contact, aanleverpunt);
  return {
    event: `herinneringDownloaden:${aanleverpunt}`,
    aanleverpunt,
    line: { kind: 'herinneringDownloaden', by: 'mail', to: 'contactpersoon' },
    letter: {
      address: [],
      email,
      titel: `Het certificaat van aanleverpunt ${aanleverpunt} is nog niet gedownload`,
      aanhef: `Geachte ${naam},`,
      blocks: [
        {
          text: `Een week geleden is uw wachtwoordbrief verzonden. Het beveiligingscertificaat is nog niet gedownload. Dat kan nog tot en met ${inFull(lastDay)}, één keer.`,
        },
        { text: 'Heeft u de wachtwoordbrief niet ontvangen, neem dan contact op met de Helpdesk BRON.' },
      ],
      signedBy: HELPDESK,
    },
  };
}

/** The Helpdesk BRON calls when the certificate was not tested after two weeks (Stappenplan step 9, C-42). */
export function remindTest(aanleverpunt: string, contact: Contactgegevens): Post {
  const { naam, email, telefoonnummer } = contactOf(contact, aanleverpunt);
  return {
    event: `herinneringTesten:${aanleverpunt}`,
    aanleverpunt,
    line: { kind: 'herinneringTesten', by: 'mail', to: 'contactpersoon' },
    letter: {
      address: [],
      email,
      titel: `Het certificaat van aanleverpunt ${aanleverpunt} is nog niet getest`,
      aanhef: `Geachte ${naam},`,
      blocks: [
        {
          text: `Twee weken na de wachtwoordbrief heeft BRON nog geen verzoek terugkoppeling van dit aanleverpunt ontvangen. De Helpdesk BRON belt u op ${telefoonnummer} om u te helpen.`,
        },
        {
          text: 'Is de termijn om te downloaden voorbij, vraag dan om een nieuwe wachtwoordbrief. De tien werkweken lopen door.',
        },
      ],
      signedBy: HELPDESK,
    },
  };
}

/** A score as the mail tells it: the real percentage, also above 100 (Stappenplan step 11 has no cap). */
function scoreText(registered: number, norm: number | undefined): string {
  if (norm === undefined) return `${registered} geregistreerd; u heeft nog geen aantal doorgegeven`;
  const share = norm === 0 ? '' : ` (${Math.round((registered * 100) / norm)}%)`;
  return `${registered} van ${norm}${share}`;
}

/** The voortgangsmail at the end of week 3 or 6 (Stappenplan step 11, C-50 and C-51). */
export function progressMail(
  week: number,
  { norm, leerlingen, ambulant, weeksLeft = 0 }: Voortgang,
  withOverview: boolean,
  contact: Contactgegevens,
): Post {
  const { gemachtigde, naam } = contact.hoofdvestiging;
  const schedule = ({ onSchedule }: { onSchedule: boolean }) =>
    onSchedule ? 'volgens verwachting' : 'niet volgens verwachting';
  const overview = withOverview ? ' en het vergelijkingsoverzicht Ambulant Begeleide Leerlingen' : '';
  return {
    event: `voortgangsmail:${week}`,
    line: { kind: 'voortgangsmail', by: 'mail', to: 'gemachtigde' },
    letter: {
      address: [],
      email: gemachtigde.email,
      titel: `Voortgang van ${naam} aan het einde van week ${week}`,
      aanhef: `Geachte ${gemachtigde.naam},`,
      blocks: [
        {
          facts: [
            ['Score leerlingen', scoreText(leerlingen.registered, norm?.leerlingen)],
            ['Voortgang leerlingen', schedule(leerlingen)],
            ['Score ambulant begeleide leerlingen', scoreText(ambulant.registered, norm?.ambulant)],
            ['Voortgang ambulant begeleide leerlingen', schedule(ambulant)],
            ['Resterende werkweken', String(weeksLeft)],
          ],
        },
        {
          text: `Controleer in Mijn BRON de Geconsolideerde Tellingen Bekostiging (GTB)${overview}. Uw actuele voortgang ziet u daar ook.`,
        },
        { text: 'Zijn er leerlingen bijgekomen of vertrokken? Wijzig dan ook de aantallen in Mijn BRON.' },
      ],
      signedBy: ORGANISATIE,
    },
  };
}
