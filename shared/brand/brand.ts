import { z } from 'zod';
import { contrastWithWhite } from './colours.ts';

const MINIMUM_CONTRAST = 4.5;

const https = z.url({ protocol: /^https$/, error: 'an address that begins with https://' });

/** Where BRON is for an administration that is made with this brand. */
const place = z.strictObject({
  /** Address of the web service, for example https://webservice.duo.nl:6914/POKANAAL/. */
  endpoint: https,
  /** File in the brand's folder with the certification authority to trust besides those of the system. */
  ca: z
    .string()
    .regex(/^[\w-]+\.pem$/, 'the name of a .pem file beside brand.json')
    .optional(),
});

/**
 * What a vendor makes his own: `brand.json` in a brand's folder, and in `resources/brand` of a package. Beside it stand
 * `icon.png`, `icon.ico` and the certification authorities that it names.
 */
export const brand = z
  .strictObject({
    /** Name of the program: in the Start menu, the title bar, the screens and the names of files. */
    name: z
      .string()
      .max(40, 'at most 40 characters')
      .regex(/^\p{L}[\p{L}\p{N}]*(?:[ -][\p{L}\p{N}]+)*$/u, 'letters and digits, words apart by one space or hyphen'),
    /** By which Windows tells programs apart: chosen once, for ever. */
    appId: z
      .string()
      .max(100)
      .regex(/^[a-z][a-z0-9]*(?:\.[a-z][a-z0-9-]*){1,5}$/, 'for example nl.voorbeeld.las'),
    /** Names of the certificates that installers are signed with, letter for letter; two while one replaces the other. */
    publisher: z.array(z.string().trim().min(1, 'a name').max(200)).min(1, 'at least one name').max(5),
    /** Colour of buttons and links; white letters stand on it. */
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'six hexadecimal digits, for example #0B6E85')
      .refine(
        (colour) => contrastWithWhite(colour) >= MINIMUM_CONTRAST,
        'a darker colour: white letters on it cannot be read (contrast below 4.5)',
      ),
    /** Where a school asks for help. */
    support: z
      .strictObject({
        page: https,
        telephone: z.string().regex(/^\+?[0-9][0-9 ()-]{5,19}$/, 'a telephone number, for example 088 123 45 67'),
      })
      .optional(),
    /** Where new versions stand; without it schools install them by hand. */
    update: z.strictObject({ address: https }).optional(),
    bron: z.strictObject({ echt: place.optional(), oefen: place.optional() }).optional(),
  })
  .readonly();

export type Brand = z.infer<typeof brand>;

/** What is wrong with a brand.json: the place in it and what should stand there, a line each. */
export const brandIssues = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path, message, code }) => {
    const where = path.length === 0 ? 'brand.json' : path.join('.');
    return `${where}: ${code === 'unrecognized_keys' ? message.toLowerCase() : message}`;
  });
