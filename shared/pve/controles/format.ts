import { isDate } from '../../domain/dates.ts';
import type { MeldingContent } from '../berichten/content.ts';
import { meldingInschrijving } from '../berichten/requests.ts';
import { outsideEdition } from '../gegevensset/editions.ts';
import type { Edition, Gegevenselement, Gegevensgroep, Voorkomen } from '../gegevensset/types.ts';
import type { Finding } from './types.ts';

/** Why a text does not have the format of its gegeven, as the end of a sentence; undefined when it has. */
function formatReason({ format, length }: Gegevenselement, value: string): string | undefined {
  switch (format) {
    case 'alfanum':
      return value.length > length && [...value].length > length
        ? `mag hoogstens ${length} tekens lang zijn`
        : undefined;
    case 'num':
      return /^\d+$/.test(value) && value.length <= length
        ? undefined
        : `moet een getal van hoogstens ${length} cijfers zijn`;
    case 'datum':
      return isDate(value) ? undefined : 'moet een bestaande datum zijn';
    case 'partialDate':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : 'moet een datum zijn';
    case 'boolean':
      return value === 'true' || value === 'false' ? undefined : 'moet ja of nee zijn';
  }
}

const finding = (group: Gegevensgroep, name: string, reason: string, place: Partial<Finding> = {}): Finding => ({
  code: '359',
  ernst: 'A',
  gegevensgroep: group.key,
  ...place,
  // For the person who fills it in: what BRON would say of it is about schemas.
  omschrijving: `${name} ${reason}.`,
  section: '4.2.2',
});

/** Where a group stands: inside which voorkomen of a periodic group. */
type Above = Pick<Finding, 'parent'>;

/** Adds what is wrong in the voorkomens of a group to `found`, and in what lies below them. */
function judgeGroup(found: Finding[], group: Gegevensgroep, list: readonly Voorkomen[], above: Above): void {
  const isPeriodic = group.max === 'n';
  for (const [index, item] of list.entries()) {
    for (const element of group.elements) {
      const { key, name, required } = element;
      const value = item[key];
      const isFilled = typeof value === 'string' && value !== '';
      const reason = isFilled ? formatReason(element, value) : required ? 'is niet ingevuld' : undefined;
      if (reason)
        found.push(
          finding(group, name, reason, { element: key, ...above, ...(isPeriodic ? { voorkomen: index } : {}) }),
        );
    }
    for (const child of group.groups) judgeChild(found, child, item[child.key], isPeriodic ? { parent: index } : {});
  }
}

function judgeChild(found: Finding[], group: Gegevensgroep, value: Voorkomen[string], above: Above = {}): void {
  const list = Array.isArray(value) ? value : [];
  if (list.length === 0 && group.min > 0) found.push(finding(group, group.name, 'ontbreekt', above));
  if (group.max === 1 && list.length > 1) found.push(finding(group, group.name, 'mag maar één keer voorkomen', above));
  judgeGroup(found, group, list, above);
}

/**
 * What the XSD would refuse (359): format, length, obligatory gegevens and groups, cardinality, and what the edition does not have. Derived from the gegevensset (reading R4: waardelijsten and choices are left to the controles).
 */
export function formatFindings(content: MeldingContent, edition: Edition): Finding[] {
  const found = outsideEdition(edition, meldingInschrijving, content as Voorkomen).map(({ group, element }) =>
    finding(
      group,
      (element ?? group).name,
      'kan BRON nog niet ontvangen: dat kan pas vanaf 29 november 2015',
      element ? { element: element.key } : {},
    ),
  );
  for (const group of meldingInschrijving.groups) judgeChild(found, group, (content as Voorkomen)[group.key]);
  return found;
}
