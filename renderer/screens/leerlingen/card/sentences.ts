import type { InschrijvingCard, LeerlingCard } from '../../../../shared/api/leerlingen.ts';
import { isUnregistered } from '../../terugkoppelingen/sentences.ts';
import { counted } from '../../uitwisselen/sentences.ts';
import { dayOf } from '../../../texts/format.ts';
import { longDate } from '../../uitwisselen/moments.ts';

const openSignalen = ({ signalen }: InschrijvingCard) => signalen.filter(({ state }) => state === 'open');

const until = ({ deliverBy }: InschrijvingCard) => (deliverBy ? `, uiterlijk ${longDate(deliverBy)}` : '');

/** Where one inschrijving stands with BRON, in one plain sentence without a full stop. */
export function bronSentence(inschrijving: InschrijvingCard): string {
  const { bronState, bronStand, findings } = inschrijving;
  const points = openSignalen(inschrijving).length;
  const blocking = findings.filter(({ ernst }) => ernst === 'A').length;
  const registered = bronStand ? `Geregistreerd in BRON op ${dayOf(bronStand.registeredAt)}` : 'Geregistreerd in BRON';
  switch (bronState) {
    case 'afgekeurd':
      if (points > 0) return `Afgekeurd door BRON: ${counted(points, 'punt', 'punten')} te verbeteren`;
      return inschrijving.signalen.some(isUnregistered)
        ? 'Afgekeurd door BRON: afgevinkt, maar nog niet bij BRON'
        : 'Afgekeurd door BRON: verbeter de gegevens';
    case 'geweigerd':
      return 'Geweigerd door BRON: de melding is niet aangenomen';
    case 'tegengehouden':
      return blocking > 0
        ? `Tegengehouden: ${counted(blocking, 'punt', 'punten')} te verbeteren voordat het naar BRON kan${until(inschrijving)}`
        : `Tegengehouden: nog niet naar BRON${until(inschrijving)}`;
    case 'onzeker':
      return 'Verstuurd, maar het antwoord bleef uit: wordt vanzelf opnieuw aangeboden';
    case 'te verwijderen':
      return 'Wordt bij BRON verwijderd: nog niet verstuurd';
    case 'aan te leveren':
      return bronStand
        ? `Gewijzigd en nog niet bij BRON${until(inschrijving)}`
        : `Nog niet bij BRON${until(inschrijving)}`;
    case 'in behandeling':
      return 'Bij BRON in behandeling: de terugkoppeling komt nog';
    case 'geregistreerd met signaal':
      return points > 0 ? `${registered}, met ${counted(points, 'signaal', 'signalen')} om na te kijken` : registered;
    case 'geregistreerd':
      return registered;
    case 'geen inschrijving':
      return 'Geen inschrijving: er gaat niets naar BRON';
  }
}

/** Where a pupil stands with BRON: the sentence of the inschrijving that needs most attention. */
export function cardSentence({ bronState, inschrijvingen }: LeerlingCard): string {
  const worst = inschrijvingen.find((item) => item.bronState === bronState);
  return worst ? bronSentence(worst) : 'Geen inschrijving: er gaat niets naar BRON';
}

/** What happens next with what was just saved. */
export function savedSentence(saved: {
  deliverBy?: string | undefined;
  blocking: number;
  /** There is no inschrijving to tell BRON of. */
  nothingToTell?: boolean;
}): string {
  if (saved.nothingToTell) return 'Opgeslagen. Er is nog geen inschrijving: er gaat nog niets naar BRON.';
  if (saved.blocking > 0) {
    const points = counted(saved.blocking, 'punt', 'punten');
    return `Opgeslagen. Er ${saved.blocking === 1 ? 'is' : 'zijn'} nog ${points} die BRON zou afkeuren: de melding wordt tegengehouden tot u ze verbetert.`;
  }
  if (saved.deliverBy) {
    return `Opgeslagen. Dit moet naar BRON, uiterlijk ${longDate(saved.deliverBy)}; het gaat mee zodra u op Uitwisselen verstuurt.`;
  }
  return 'Opgeslagen. BRON heeft alles al: er hoeft niets te worden verstuurd.';
}
