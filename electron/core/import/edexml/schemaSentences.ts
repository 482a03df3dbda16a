/** What libxml2 says of a document that breaks a schema, in English, and what that means in Dutch. `$1` is what was found. */
const sentences: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [
    /not expected\. Expected is (?:one of )?\( (.*?) \)/,
    (element, expected = '') => `"${element}" hoort hier niet. Verwacht: ${expected.split(', ').join(' of ')}.`,
  ],
  [/not expected/, (element) => `"${element}" hoort hier niet.`],
  [
    /Missing child element\(s\)\. Expected is (?:one of )?\( (.*?) \)/,
    (element, expected = '') => `In "${element}" ontbreekt ${expected.split(', ').join(' of ')}.`,
  ],
  [/The attribute '(.*?)' is required but missing/, (element, name) => `Bij "${element}" ontbreekt "${name}".`],
  [/The attribute '(.*?)' is not allowed/, (element, name) => `"${name}" hoort niet bij "${element}".`],
  [
    /\[facet 'enumeration'\] The value '(.*?)' is not/,
    (element, value) => `De waarde "${value}" van ${element} staat niet in de lijst van EDEXML.`,
  ],
  [
    /\[facet 'pattern'\] The value '(.*?)' is not/,
    (element, value) => `De waarde "${value}" van ${element} heeft niet de goede vorm.`,
  ],
  [/\[facet 'maxLength'\] The value '(.*?)' has/, (element) => `De waarde van ${element} is te lang.`],
  [/\[facet 'minLength'\]/, (element) => `"${element}" is leeg.`],
  [
    /: '([^']*)' is not a valid value of .*'xs:date(?:Time)?'/,
    (element, value) => `De waarde "${value}" van ${element} is geen datum.`,
  ],
  [/: '([^']*)' is not a valid value/, (element, value) => `De waarde "${value}" van ${element} kan niet.`],
  [
    /No match found for key-sequence \['(.*?)'\]/,
    (element, key) => `"${element}" verwijst naar "${key}", en dat staat niet in het bestand.`,
  ],
  [
    /Duplicate key-sequence \['(.*?)'\]/,
    (element, key) => `"${element}" met sleutel "${key}" komt meer dan eens voor.`,
  ],
  [
    /attribute '(?:\{.*?\}|\w+:)?type' does not resolve|QName value '(.*?)'/,
    (element) => `Het soort van "${element}" is in deze versie van EDEXML niet bekend.`,
  ],
  [/type definition is abstract/, (element) => `Van "${element}" ontbreekt het soort.`],
];

/** The Dutch sentence for a message of libxml2. It can quote the file: show it, do not log it. */
export function schemaSentence(message: string): string {
  const element = /Element '(?:\{[^}]*\})?([^']+)'/.exec(message)?.[1] ?? 'iets';
  for (const [pattern, say] of sentences) {
    const found = pattern.exec(message);
    if (found) return say(element, ...found.slice(1).map((text) => text.slice(0, 80)));
  }
  return `"${element}" voldoet niet aan het schema van EDEXML.`;
}
