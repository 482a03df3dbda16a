import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createPathWorld, gemachtigde, type PathWorld } from '../mock-bron/testing/aansluiting.ts';

let world: PathWorld | undefined;
let server: Server | undefined;

afterEach(async () => {
  await world?.close();
  world = undefined;
  server?.close();
  server = undefined;
});

const start = (on: PathWorld) =>
  on.plan({ plannedWeek: '2009-11-16', start: '2009-11-16', akkoordverklaring: '2009-10-05' });

/** A mail server that takes everything; gives what it was sent. */
async function mailServer(): Promise<{ port: number; mails: string[] }> {
  const mails: string[] = [];
  const answer = (socket: Socket) => {
    let data: string | undefined;
    socket.write('220 test\r\n');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      if (data !== undefined) {
        data += chunk;
        if (!data.endsWith('\r\n.\r\n')) return;
        mails.push(data);
        data = undefined;
        socket.write('250 ok\r\n');
        return;
      }
      if (/^DATA/i.test(chunk)) data = '';
      socket.write(/^EHLO/i.test(chunk) ? '250 test\r\n' : data === '' ? '354 go\r\n' : '250 ok\r\n');
    });
    socket.on('error', () => socket.destroy());
  };
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, mails };
}

describe('the post of the mock', () => {
  it('lies in a folder per school: letters as pages, mails as .eml', async () => {
    world = await createPathWorld();
    await start(world);
    await world.goTo('2009-12-04');
    await world.mock.settled();
    const folder = join(world.folder, 'post', '99ZZ');
    expect(readdirSync(folder).toSorted()).toEqual([
      '2009-10-05-vooraankondiging1.html',
      '2009-10-16-vooraankondiging2.html',
      '2009-11-16-wachtwoordbrief-00.html',
      '2009-11-16-wachtwoordbrief-01.html',
      '2009-11-23-herinneringDownloaden-00.eml',
      '2009-11-23-herinneringDownloaden-01.eml',
      '2009-11-30-herinneringTesten-00.eml',
      '2009-11-30-herinneringTesten-01.eml',
      '2009-12-04-voortgangsmail-3.eml',
    ]);
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name), 'utf8')).toContain('Oefen-BRON: dit is geen post van DUO.');
    }
    const mail = readFileSync(join(folder, '2009-12-04-voortgangsmail-3.eml'), 'utf8');
    expect(mail).toContain('To: directie@99zz.example\r\n');
    expect(mail).toContain('Date: Fri, 04 Dec 2009 08:00:00 +0000');
    expect(world.errors).toEqual([]);
  });

  it('can be read as page and PDF, a mail as .eml too, all in Dutch', async () => {
    world = await createPathWorld();
    await start(world);
    const { mijnBron } = world.mock;
    await world.goTo('2009-12-04');
    for (const { id, kind, by } of mijnBron.documents(gemachtigde)) {
      if (kind === 'wachtwoordbrief') continue;
      const page = await mijnBron.document(gemachtigde, id, 'html');
      expect(page.content.toString('utf8')).toContain('<html lang="nl">');
      const mail = mijnBron.document(gemachtigde, id, 'eml');
      if (by === 'mail') expect((await mail).type).toBe('message/rfc822');
      else await expect(mail).rejects.toMatchObject({ code: 'document-unknown' });
    }
    const { id } = mijnBron.documents(gemachtigde)[0]!;
    const [first, second] = [
      await mijnBron.document(gemachtigde, id, 'pdf'),
      await mijnBron.document(gemachtigde, id, 'pdf'),
    ];
    expect(first).toMatchObject({ type: 'application/pdf', fileName: '2009-12-04-voortgangsmail-3.pdf' });
    expect(first.content.subarray(0, 5).toString()).toBe('%PDF-');
    // The same letter is the same file.
    expect(first.content.equals(second.content)).toBe(true);
  });

  it('goes to a mail server when one is named, each mail once', async () => {
    const { port, mails } = await mailServer();
    world = await createPathWorld({ smtp: { host: '127.0.0.1', port } });
    await start(world);
    await world.goTo('2009-11-23');
    await world.mock.settled();
    await world.goTo('2009-11-24');
    await world.mock.settled();
    expect(mails).toHaveLength(2);
    expect(mails[0]).toContain('To: anna@99zz.example');
    expect(readdirSync(join(world.folder, 'post', '99ZZ')).filter((name) => name.endsWith('.eml'))).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  it('waits while the mail server is away, and goes out when it is there again', async () => {
    const { port, mails } = await mailServer();
    server?.close();
    await once(server!, 'close');
    world = await createPathWorld({ smtp: { host: '127.0.0.1', port } });
    await start(world);
    await world.goTo('2009-11-23');
    await world.mock.settled();
    expect(world.errors).not.toEqual([]);
    server?.listen(port, '127.0.0.1');
    await once(server!, 'listening');
    await world.goTo('2009-11-24');
    await world.mock.settled();
    expect(mails).toHaveLength(2);
  });

  it('survives a restart: nothing is sent twice, and the days go on', async () => {
    world = await createPathWorld();
    await start(world);
    world.mock.mijnBron.reportAantallen(gemachtigde, { leerlingen: 3, ambulant: 0 });
    await world.goTo('2009-11-16');
    const [sent, state] = [await world.post(), await world.state()];
    await world.restart();
    expect(await world.post()).toEqual(sent);
    expect(await world.state()).toEqual(state);
    await world.goTo('2009-12-04');
    expect(await world.post('voortgangsmail')).toHaveLength(1);
  });
});

describe('the Helpdesk BRON', () => {
  it.each([
    ['2009-10-05', '2009-10-07'],
    // A Friday; and the last werkdag before Christmas.
    ['2009-10-09', '2009-10-13'],
    ['2009-12-24', '2009-12-29'],
  ])('C-72: a question of %s is to be answered within two werkdagen: by %s', async (date, answerBy) => {
    world = await createPathWorld();
    await start(world);
    await world.goTo(date);
    const { mijnBron } = world.mock;
    const caller = { ...gemachtigde, aanleverpunt: '00' };
    const asked = mijnBron.ask(caller, { onderwerp: 'Certificaat', tekst: 'Waar vind ik het?' });
    expect(asked).toMatchObject({ askedOn: date, answerBy, onderwerp: 'Certificaat' });
    const answer = (nummer: string) => world!.call('POST', '/helpdesk/answers', { nummer, antwoord: 'In Mijn BRON.' });
    expect((await answer(asked.nummer)).status).toBe(200);
    expect((await answer('99')).status).toBe(404);
    expect(mijnBron.questions(gemachtigde)).toEqual([{ ...asked, antwoord: 'In Mijn BRON.', answeredOn: date }]);
    expect(mijnBron.questions({ ...caller, aanleverpunt: '01' })).toEqual([]);
  });
});
