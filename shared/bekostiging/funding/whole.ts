/**
 * Division of whole numbers that are not negative, without fractions in between: percentages are hundredths and factors such as
 * 0,0343 ten-thousandths, so that exactly a half is a half.
 */

/** `amount / by`, rounded down. */
export const floorDivide = (amount: number, by: number): number => (amount - (amount % by)) / by;

/** `amount / by`, rounded up. */
export const ceilDivide = (amount: number, by: number): number => floorDivide(amount + by - 1, by);

/** `amount / by`, rounded half up ("rekenkundig afgerond"). */
export const roundDivide = (amount: number, by: number): number => floorDivide(2 * amount + by, 2 * by);
