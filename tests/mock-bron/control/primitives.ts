import { z } from 'zod';

export const brinnummer = z
  .string()
  .regex(/^\d{2}[A-Z]{2}$/)
  .describe('Four characters, for example 99ZZ');
export const aanleverpunt = z
  .string()
  .regex(/^[0-9A-Za-z]{2}$/)
  .describe('Two characters, for example 00');
export const nr = z.number().int().describe('Number of the message in PvE 5.5');
export const seconds = z
  .number()
  .int()
  .min(0)
  .max(10 ** 9);
export const count = z.number().int();
export const pgn = z.string().regex(/^\d{9}$/);
