import type { MijnBronDocument } from '../../../../shared/mijnBron/documents.ts';
import { markup, type Piece } from '../markup.ts';
import { notice } from '../notices.ts';
import { table } from '../table.ts';
import type { Visit } from './access.ts';
import { frame } from './frame.ts';
import { day, downloadLink } from './shown.ts';

const ways: Record<MijnBronDocument['by'], string> = { post: 'per post', mail: 'per mail', site: 'op deze site' };

function openLinks({ id, kind, by, titel }: MijnBronDocument): Piece {
  if (kind === 'wachtwoordbrief') return 'alleen op papier, aangetekend verzonden';
  const link = (form: string, text: string) =>
    markup`<a href="/mijn-bron/documenten/${id}/${form}" aria-label="${titel}: ${text}">${text}</a>`;
  return [link('html', 'lezen'), ' · ', link('pdf', 'PDF'), by === 'mail' && [' · ', link('eml', 'mailbestand')]];
}

/** What the organisatie BRON has sent to the school. */
export const documentsPage = (visit: Visit, documents: readonly MijnBronDocument[]): string =>
  frame(visit, {
    title: 'Documenten',
    tab: '/mijn-bron/documenten',
    body: markup`<p>Alles wat de organisatie BRON u heeft gestuurd, het nieuwste boven.</p>
${
  documents.length === 0
    ? notice('Er is u nog niets gestuurd. U ontvangt de eerste vooraankondiging per post en leest haar dan ook hier.')
    : table(
        'Documenten van uw school',
        [{ title: 'Document' }, { title: 'Verzonden' }, { title: 'Hoe' }, { title: 'Aan' }, { title: 'Openen' }],
        documents.map((document) => [
          document.titel,
          day(document.sentOn),
          ways[document.by],
          document.to,
          openLinks(document),
        ]),
      )
}
${downloadLink('documenten.json')}`,
  });
