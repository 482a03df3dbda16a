import type { RestorePreview } from '../../../shared/api/backup.ts';
import { countOf, dayOf, longMoment, moment } from '../../texts/format.ts';
import { pupilsIn } from '../../texts/backup.ts';

/** What a restore would mean, a sentence for each thing that a person must know; `warning` for what is lost or different. */
export function previewSentences(preview: RestorePreview): { text: string; warning: boolean }[] {
  const { present, replaces, other, certificateValidTo, certificateNewer, schoolName, brinnummer, aanleverpunt } =
    preview;
  const sentences: ReturnType<typeof previewSentences> = [
    {
      text: `De reservekopie is van ${longMoment(preview.madeAt)}, met ${pupilsIn(preview)}, van ${schoolName} (${brinnummer} ${aanleverpunt}${preview.kind === 'oefen' ? ', oefenadministratie' : ''}).`,
      warning: false,
    },
  ];
  const add = (text: string, warning = false) => sentences.push({ text, warning });
  if (other) add('Het is een andere administratie van dezelfde school dan die hier nu staat.', true);
  if (present) {
    add(
      `Hier staan nu ${pupilsIn(present)}. Dat wordt eerst als reservekopie bewaard en daarna vervangen: wat u na ${moment(preview.madeAt)} hebt ingevoerd, staat er niet meer in.`,
      true,
    );
    add(sentAfterSentence(present.sentAfter), present.sentAfter > 0);
  } else if (replaces) {
    add(
      'Wat hier nu staat kan niet met dit wachtwoord worden gelezen. De bestanden worden apart bewaard en daarna vervangen.',
      true,
    );
  }
  add(
    'Na het terugzetten staat versturen stil, totdat BRON heeft verteld wat het op de dag van de reservekopie en vandaag van uw leerlingen heeft. U vraagt dat op bij Uitwisselen.',
  );
  if (certificateValidTo === undefined)
    add('In de reservekopie zit geen certificaat: installeer het bij Instellingen.', true);
  else add(`Het certificaat in de reservekopie is geldig tot ${dayOf(certificateValidTo)}.`);
  if (certificateNewer)
    add(
      'Hier staat nu een ander certificaat. Hebt u na de reservekopie een nieuw certificaat gekregen, installeer dat dan daarna opnieuw.',
      true,
    );
  return sentences;
}

const sentAfterSentence = (count: number): string =>
  count === 0
    ? 'Na deze reservekopie is van hieruit niets naar BRON verstuurd.'
    : `Na deze reservekopie ${count === 1 ? 'is' : 'zijn'} van hieruit ${countOf(count, 'bericht', 'berichten')} naar BRON verstuurd: BRON weet meer dan de reservekopie.`;
