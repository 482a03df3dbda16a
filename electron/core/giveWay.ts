/** Gives other work its turn: call it between two slices of long work. */
export const giveWay = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
