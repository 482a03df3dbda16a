import { fileNameOf, type SentDocument } from './documents.ts';
import type { DocumentFile, DocumentForm } from './mijnBron.ts';
import { letterHtml } from './post/html.ts';
import { withoutSecrets } from './post/letter.ts';
import { letterEml } from './post/mail.ts';
import { mailId } from './post/outbox.ts';
import { letterPdf } from './post/pdf.ts';
import { MijnBronRefusal } from './refusals.ts';

const types = { html: 'text/html; charset=utf-8', pdf: 'application/pdf', eml: 'message/rfc822' } as const;

/** A document as a file; `open`: without what only the letter itself says. @throws MijnBronRefusal of a letter as mail */
export async function documentFile(document: SentDocument, form: DocumentForm, open: boolean): Promise<DocumentFile> {
  const { line } = document;
  const letter = open ? withoutSecrets(document.letter) : document.letter;
  const content = async () => {
    switch (form) {
      case 'html':
        return Buffer.from(letterHtml(letter, line.sentOn));
      case 'pdf':
        return letterPdf(letter, line.sentOn);
      case 'eml':
        if (line.by !== 'mail') throw new MijnBronRefusal('document-unknown');
        return letterEml(letter, line.sentOn, mailId(document));
    }
  };
  return { fileName: `${fileNameOf(document)}.${form}`, type: types[form], content: await content() };
}
