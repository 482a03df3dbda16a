const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2] as const;
const NINE_DIGITS = /^[0-9]{9}$/;
const ZEROS = '000000000';

/** The weighted sum of the first eight digits and the ninth digit, or undefined when it is not a number that can be given out. */
function weighted(text: string): { sum: number; last: number } | undefined {
  if (!NINE_DIGITS.test(text) || text === ZEROS) return undefined;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return { sum, last: Number(text[8]) };
}

/** Whether `text` passes the elfproef of a burgerservicenummer: nine digits, not only zeros (PvE 4.2.7, 750). */
export function isValidBsn(text: string): boolean {
  const number = weighted(text);
  return number !== undefined && (number.sum - number.last) % 11 === 0;
}

/** Whether `text` passes the onderwijsnummerproef: nine digits, not only zeros (PvE 4.2.7, 751). */
export function isValidOnderwijsnummer(text: string): boolean {
  const number = weighted(text);
  return number !== undefined && number.sum % 11 === number.last + 5;
}
