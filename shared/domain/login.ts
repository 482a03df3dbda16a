/** A login as it is compared: without diacritics, case and white space around it. */
export const foldLogin = (login: string): string =>
  login
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();

/** What may stand in a login once folded: 2 to 40 letters, digits, dots, dashes and underscores. */
export const loginPattern = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** A login for a person with this name that is not among `taken`: the first word, then with the next ones, then with a number. */
export function suggestLogin(naam: string, taken: readonly string[] = []): string {
  const words = foldLogin(naam)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const first = (words[0] ?? '').padEnd(2, '0').slice(0, 30);
  const base = words.length === 0 ? 'gebruiker' : first;
  const known = new Set(taken.map(foldLogin));
  const tries = [
    base,
    ...words.slice(1).map((_, index) => [base, ...words.slice(1, index + 2)].join('.').slice(0, 40)),
  ];
  const free = tries.find((login) => !known.has(login));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) if (!known.has(`${base}${number}`)) return `${base}${number}`;
}
