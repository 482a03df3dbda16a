import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileNameOf, type Documents, type SentDocument } from '../documents.ts';
import { letterHtml } from './html.ts';
import { letterEml, sendMail, type SmtpServer } from './mail.ts';

/**
 * Everything that leaves the house: letters as pages in a folder per school (as PDF they come when asked for: that takes a while), mails as
 * `.eml` there or to a mail server.
 */
export interface Outbox {
  /** Delivers what waits, one after the other; what fails waits for the next time. */
  run(): Promise<void>;
}

interface OutboxParts {
  documents: Documents;
  /** Made when it does not exist. */
  folder: string;
  smtp?: SmtpServer | undefined;
  onError: (error: unknown) => void;
}

/** Of brochures and the like everybody has the same: the site has them. */
const isOwnPost = ({ letter, line }: SentDocument) => line.by === 'mail' || letter.address.length > 0;

export const mailId = ({ brinnummer, line }: SentDocument): string => `${brinnummer}-${line.id}`;

export function createOutbox({ documents, folder, smtp, onError }: OutboxParts): Outbox {
  async function deliver(document: SentDocument): Promise<void> {
    const { brinnummer, letter, line } = document;
    const isMail = line.by === 'mail';
    if (smtp && isMail) {
      await sendMail(smtp, letter, line.sentOn, mailId(document));
      return;
    }
    mkdirSync(join(folder, brinnummer), { recursive: true });
    const content = isMail ? await letterEml(letter, line.sentOn, mailId(document)) : letterHtml(letter, line.sentOn);
    writeFileSync(join(folder, brinnummer, `${fileNameOf(document)}.${isMail ? 'eml' : 'html'}`), content);
  }

  async function deliverAll(): Promise<void> {
    for (const document of documents.waiting()) {
      try {
        if (isOwnPost(document)) await deliver(document);
        documents.setDelivered(document);
      } catch (error) {
        onError(error);
      }
    }
  }

  let running: Promise<void> = Promise.resolve();
  return {
    run: () => {
      running = running.then(deliverAll);
      return running;
    },
  };
}
