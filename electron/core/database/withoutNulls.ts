/** A row with only the columns that have a value, as our own types leave out what is not there. */
export const withoutNulls = <T extends object>(row: T): { [K in keyof T]?: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;
