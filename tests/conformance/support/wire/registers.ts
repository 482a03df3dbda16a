import type { BrinFacts, SchoolFacts } from '../../../../shared/pve/controles/types.ts';
import type { BrinFile } from '../../../mock-bron/registers/brin.ts';

/** What the registers say of themselves. */
export const SOURCE = 'The cases of tests/conformance';

const PRACTICE = { naam: 'Proefschool', plaats: 'Proefstad' };

/** A BRIN register with the school that delivers and what BRIN has of others. */
export function brinFileOf(school: SchoolFacts, others: readonly BrinFacts[]): BrinFile {
  const own = { ...PRACTICE, ...school, vestigingen: [...school.vestigingen], aanleverpunten: ['00'] };
  const schools = others.flatMap((facts) => {
    const { soort, toestemmingen, ...rest } = facts;
    if (soort === 'REC') return [];
    return [
      {
        ...PRACTICE,
        vestigingen: [],
        aanleverpunten: [],
        ...rest,
        soort,
        ...(toestemmingen ? { toestemmingen: toestemmingen.map(clusterOf) } : {}),
      },
    ];
  });
  const recs = others.flatMap(({ soort, brinnummer, opened, closed }) =>
    soort === 'REC'
      ? [{ brinnummer, naam: PRACTICE.naam, ...(opened ? { opened } : {}), ...(closed ? { closed } : {}) }]
      : [],
  );
  return { source: SOURCE, schools: [...schools, own], recs };
}

type Cluster = '1' | '2' | '3' | '4';

const clusterOf = (toestemming: NonNullable<BrinFacts['toestemmingen']>[number]) => ({
  ...toestemming,
  cluster: toestemming.cluster as Cluster,
});
