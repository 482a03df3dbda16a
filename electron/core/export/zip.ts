import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Readable, Writable } from 'node:stream';
import { crc32, createDeflateRaw, createInflateRaw } from 'node:zlib';

/**
 * A ZIP file written part by part straight to the disk, and a part read back. Only what an XLSX file needs: deflate, names in
 * ASCII, less than 4 GiB. The libraries at hand hold the whole file in memory.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const VERSION = 20;
const DEFLATE = 8;
/** 1 January 1980, the first day of DOS: a file says nothing of when it was made. */
const DOS_DATE = 0x21;

interface Part {
  name: string;
  offset: number;
  crc: number;
  packed: number;
  size: number;
}

/** The fields that local and central header share, from the version on. */
function commonFields({ name, crc, packed, size }: Part): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const localHeader = (part: Part) =>
  Buffer.concat([uint32(LOCAL), commonFields(part), Buffer.from(part.name, 'latin1')]);

const centralHeader = (part: Part): Buffer => {
  const versionMadeBy = Buffer.from([VERSION, 0]);
  const restAndOffset = Buffer.alloc(14);
  restAndOffset.writeUInt32LE(part.offset, 10);
  const head = [uint32(CENTRAL), versionMadeBy, commonFields(part), restAndOffset];
  return Buffer.concat([...head, Buffer.from(part.name, 'latin1')]);
};

/** Writes parts one after another to an open file. Call `finish` at the end. */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #parts: Part[] = [];
  #position = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async #append(bytes: Buffer): Promise<void> {
    await this.#file.write(bytes, 0, bytes.length, this.#position);
    this.#position += bytes.length;
  }

  /** Adds a part of which the text comes in pieces. */
  async add(name: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const part: Part = { name, offset: this.#position, crc: 0, packed: 0, size: 0 };
    await this.#append(localHeader(part));
    const begin = this.#position;
    const source = async function* () {
      for await (const text of texts) {
        const bytes = Buffer.from(text, 'utf8');
        part.crc = crc32(bytes, part.crc);
        part.size += bytes.length;
        yield bytes;
      }
    };
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.#append(chunk).then(() => done(), done);
      },
    });
    await pipeline(Readable.from(source()), createDeflateRaw(), sink);
    part.packed = this.#position - begin;
    // The header came before the sizes were known.
    const header = localHeader(part);
    await this.#file.write(header, 0, header.length, part.offset);
    this.#parts.push(part);
  }

  /** Writes the table of contents. */
  async finish(): Promise<void> {
    const begin = this.#position;
    for (const part of this.#parts) await this.#append(centralHeader(part));
    const end = Buffer.alloc(END_SIZE);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#parts.length, 8);
    end.writeUInt16LE(this.#parts.length, 10);
    end.writeUInt32LE(this.#position - begin, 12);
    end.writeUInt32LE(begin, 16);
    await this.#append(end);
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function findPart(file: FileHandle, name: string): Promise<Part | undefined> {
  const { size } = await file.stat();
  const end = await readAt(file, Math.max(0, size - END_SIZE), END_SIZE);
  if (end.length < END_SIZE || end.readUInt32LE(0) !== END) return undefined;
  const contents = await readAt(file, end.readUInt32LE(16), end.readUInt32LE(12));
  for (let at = 0; at + CENTRAL_SIZE <= contents.length;) {
    const nameLength = contents.readUInt16LE(at + 28);
    const found = contents.toString('latin1', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength);
    if (found === name) {
      return {
        name,
        crc: contents.readUInt32LE(at + 16),
        packed: contents.readUInt32LE(at + 20),
        size: contents.readUInt32LE(at + 24),
        offset: contents.readUInt32LE(at + 42),
      };
    }
    at += CENTRAL_SIZE + nameLength;
  }
  return undefined;
}

/**
 * Reads the text of one part back, piece by piece, as `ZipWriter` wrote it. False when the part is not there, is not whole or
 * has other content than the file says.
 */
export async function readPart(path: string, name: string, onText: (text: string) => void): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const part = await findPart(file, name);
    if (!part) return false;
    const start = part.offset + LOCAL_SIZE + name.length;
    let crc = 0;
    const inflated = file
      .createReadStream({ start, end: start + part.packed - 1, autoClose: false })
      .pipe(createInflateRaw())
      .on('data', (chunk: Buffer) => (crc = crc32(chunk, crc)));
    for await (const text of inflated.setEncoding('utf8') as AsyncIterable<string>) onText(text);
    return crc === part.crc;
  } finally {
    await file.close();
  }
}
