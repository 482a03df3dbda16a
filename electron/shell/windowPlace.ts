import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, screen, type BrowserWindow, type Display, type Rectangle } from 'electron';
import { z } from 'zod';

const pixels = z.int().min(-100_000).max(100_000);
const place = z.strictObject({
  bounds: z.strictObject({ x: pixels, y: pixels, width: pixels.positive(), height: pixels.positive() }),
  maximized: z.boolean(),
});
/** Where the window of the program was: the latest, and per arrangement of screens. Sizes are in DIP, as Electron counts. */
const places = z.strictObject({ latest: place, perArrangement: z.record(z.string(), place) });
type Place = z.infer<typeof place>;
type Places = z.infer<typeof places>;

const DEFAULT = { width: 1366, height: 800 };
const MINIMUM = { width: 800, height: 600 };
/** So much of the title bar must show for a person to take hold of it. */
const GRIP = { width: 120, height: 24 };
const CASCADE = 32;
const MOST_ARRANGEMENTS = 12;

const file = (): string => join(app.getPath('userData'), 'window.json');

function readPlaces(): Places | undefined {
  try {
    return places.parse(JSON.parse(readFileSync(file(), 'utf8')));
  } catch {
    // Never written, or by something else: the window opens where it did the first time.
    return undefined;
  }
}

const arrangement = (): string =>
  screen
    .getAllDisplays()
    .map(({ bounds: { x, y, width, height }, scaleFactor }) => `${x},${y},${width},${height}@${scaleFactor}`)
    .sort()
    .join(' ');

const overlap = (a: Rectangle, b: Rectangle) => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
});

const showsGrip = (bounds: Rectangle, { workArea }: Display): boolean => {
  const { width, height } = overlap({ ...bounds, height: GRIP.height }, workArea);
  return width >= GRIP.width && height >= GRIP.height / 2;
};

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));

/** `bounds` made to lie inside a screen that is there; in the middle of the main one when none shows its title bar. */
export function insideScreen(bounds: Rectangle): Rectangle {
  const shown = screen.getAllDisplays().find((display) => showsGrip(bounds, display));
  const { workArea } = shown ?? screen.getPrimaryDisplay();
  const width = Math.min(bounds.width, workArea.width);
  const height = Math.min(bounds.height, workArea.height);
  const middle = {
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + Math.round((workArea.height - height) / 2),
  };
  const { x, y } = shown ? bounds : middle;
  return {
    x: between(workArea.x, x, workArea.x + workArea.width - width),
    y: between(workArea.y, y, workArea.y + workArea.height - height),
    width,
    height,
  };
}

/** Where a window opens. */
export interface Opening {
  bounds: Rectangle;
  /** Smaller than ever on a screen that shows little, such as a laptop at 200 %. */
  minimum: { width: number; height: number };
  maximized: boolean;
}

/** Where the next window opens: where the last one closed on these screens, a little aside when `beside` already lies there. */
export function placeToOpen(beside?: Pick<BrowserWindow, 'getNormalBounds'>): Opening {
  const known = readPlaces();
  const { workArea } = screen.getPrimaryDisplay();
  const remembered: Place = known?.perArrangement[arrangement()] ??
    known?.latest ?? {
      // Outside every screen: in the middle of the main one.
      bounds: { x: workArea.x + workArea.width, y: workArea.y + workArea.height, ...DEFAULT },
      maximized: false,
    };
  const other = beside?.getNormalBounds();
  const wanted = other ? { ...other, x: other.x + CASCADE, y: other.y + CASCADE } : remembered.bounds;
  const bounds = insideScreen(wanted);
  const area = screen.getAllDisplays().find((display) => showsGrip(bounds, display))?.workArea ?? workArea;
  return {
    bounds,
    minimum: { width: Math.min(MINIMUM.width, area.width), height: Math.min(MINIMUM.height, area.height) },
    maximized: !other && remembered.maximized,
  };
}

/** Keeps where a window is when it closes. */
export function rememberPlace(window: BrowserWindow): void {
  window.on('close', () => {
    const latest: Place = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    const { [arrangement()]: _, ...others } = readPlaces()?.perArrangement ?? {};
    const kept = Object.entries(others).slice(1 - MOST_ARRANGEMENTS);
    const next: Places = { latest, perArrangement: Object.fromEntries([...kept, [arrangement(), latest]]) };
    try {
      writeFileSync(file(), JSON.stringify(next));
    } catch {
      // No disk to write to is told where it matters, not by a window that closes.
    }
  });
}
