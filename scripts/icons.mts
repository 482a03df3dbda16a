// Draws the program's icon, a white open book on a blue tile, into resources/icons: `node scripts/icons.mts`. The files are
// committed; this is kept so that the drawing can be changed. No packages: a PNG is a few chunks, an ICO a list of pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

const folder = fileURLToPath(new URL('../resources/icons', import.meta.url));
const tileTop: Colour = [0x1f, 0x6f, 0xd0];
const tileBottom: Colour = [0x0f, 0x4a, 0x9c];
const page: Colour = [0xff, 0xff, 0xff];
const line: Colour = [0x8f, 0xb6, 0xe6];
const SAMPLES = 4;

const mix = (a: Colour, b: Colour, part: number): Colour =>
  [0, 1, 2].map((channel) => (a[channel] ?? 0) * (1 - part) + (b[channel] ?? 0) * part) as unknown as Colour;

/** Whether the point lies on the rounded tile; the picture is the unit square. */
function onTile(x: number, y: number): boolean {
  const radius = 0.2;
  const inset = 0.03;
  const reach = 0.5 - inset - radius;
  const dx = Math.max(Math.abs(x - 0.5) - reach, 0);
  const dy = Math.max(Math.abs(y - 0.5) - reach, 0);
  return dx * dx + dy * dy <= radius * radius;
}

/** How far the paper bends up between the spine (0) and the edge of a page (1). */
const bend = (part: number): number => 0.075 * Math.sin(Math.PI * Math.min(1, part * 0.9)) - 0.02 * part;

/** The colour of the book at the point, or undefined beside it. */
function book(x: number, y: number, fine: boolean): Colour | undefined {
  const fromSpine = Math.abs(x - 0.5);
  const [gap, width] = [0.016, 0.32];
  const part = (fromSpine - gap) / (width - gap);
  if (part < 0 || part > 1) return undefined;
  const top = 0.33 - bend(part);
  const height = 0.4;
  if (y < top || y > top + height) return undefined;
  // Lines of writing, where the picture is large enough to show them.
  const row = (y - top - 0.1) / 0.085;
  const written = fine && part > 0.18 && part < 0.84 && row >= 0 && row < 3 && row % 1 < 0.32;
  return written ? line : page;
}

/** The picture as rows of RGBA, `size` by `size`. */
function draw(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    const sum = [0, 0, 0];
    let covered = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = ((at % size) + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
      const y = (Math.floor(at / size) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
      if (!onTile(x, y)) continue;
      const colour = book(x, y, size >= 48) ?? mix(tileTop, tileBottom, y);
      sum.forEach((_, channel) => (sum[channel] = (sum[channel] ?? 0) + (colour[channel] ?? 0)));
      covered += 1;
    }
    if (covered === 0) continue;
    sum.forEach((total, channel) => pixels.writeUInt8(Math.round(total / covered), at * 4 + channel));
    pixels.writeUInt8(Math.round((covered / SAMPLES ** 2) * 255), at * 4 + 3);
  }
  return pixels;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(size: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, RGBA, nothing interlaced.
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(y * size * 4, (y + 1) * size * 4)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The form that every Windows reads in small sizes: rows from the bottom up, BGRA, and an empty mask. */
function bitmap(size: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const rows = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) pixels.copy(rows, (size - 1 - y) * size * 4, y * size * 4, (y + 1) * size * 4);
  for (let at = 0; at < rows.length; at += 4) rows.subarray(at, at + 3).reverse();
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([header, rows, mask]);
}

function ico(sizes: readonly number[]): Buffer {
  const images = sizes.map((size) => (size < 256 ? bitmap(size, draw(size)) : png(size, draw(size))));
  const directory = Buffer.alloc(6 + 16 * sizes.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(sizes.length, 4);
  let offset = directory.length;
  sizes.forEach((size, index) => {
    const at = 6 + 16 * index;
    const length = images[index]?.length ?? 0;
    directory.set([size % 256, size % 256], at);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([directory, ...images]);
}

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'icon.png'), png(512, draw(512)));
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 256]));
