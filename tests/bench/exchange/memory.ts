/** What a process holds after a forced garbage collection; memory in MB. */
export interface HeldMemory {
  heap: number;
  rss: number;
  /** Open files, connections and timers. */
  handles: number;
}

const MEGABYTE = 1024 * 1024;

/** Of this process, which was started with --expose-gc. */
export function heldMemory(): HeldMemory {
  if (!globalThis.gc) throw new Error('start this with --expose-gc');
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / MEGABYTE, rss: rss / MEGABYTE, handles: process.getActiveResourcesInfo().length };
}
