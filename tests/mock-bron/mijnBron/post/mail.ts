import { createTransport } from 'nodemailer';
import { startOfDay } from '../../../../shared/domain/clock.ts';
import { letterHtml } from './html.ts';
import { inFull, MARK, type Block, type Letter } from './letter.ts';

/** A mail server that takes the mails of the mock; without log-in and, on a test server, without TLS. */
export interface SmtpServer {
  host: string;
  port: number;
}

function plain(part: Block): string {
  if ('text' in part) return part.text;
  if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n');
  return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
}

const plainText = ({ titel, aanhef, blocks, signedBy }: Letter, sentOn: string) =>
  [MARK, inFull(sentOn), titel, aanhef, ...blocks.map(plain), signedBy && `Met vriendelijke groet,\n${signedBy}`]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');

const messageOf = (letter: Letter, sentOn: string, id: string) => ({
  from: { name: 'Oefen-BRON', address: 'helpdesk@oefen-bron.example' },
  to: letter.email,
  subject: `${letter.titel} (Oefen-BRON)`,
  text: plainText(letter, sentOn),
  html: letterHtml(letter, sentOn),
  date: new Date(startOfDay(sentOn).getTime() + 9 * 3_600_000),
  messageId: `<${id}@oefen-bron.example>`,
});

/** A mail as the text of an `.eml` file. */
export async function letterEml(letter: Letter, sentOn: string, id: string): Promise<Buffer> {
  const sent = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
    messageOf(letter, sentOn, id),
  );
  return sent.message as Buffer;
}

/** Sends a mail to a mail server. Rejects when that does not take it. */
export async function sendMail(server: SmtpServer, letter: Letter, sentOn: string, id: string): Promise<void> {
  const transport = createTransport({ ...server, secure: false, ignoreTLS: true, connectionTimeout: 5000 });
  try {
    await transport.sendMail(messageOf(letter, sentOn, id));
  } finally {
    transport.close();
  }
}
