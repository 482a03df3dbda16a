/** What `npm run mutation` changes, and the tests that have to notice: only what runs in process. */
export const subjects = {
  controles: {
    mutate: 'shared/pve/controles/**/*.ts',
    tests: ['tests/mutation/**/*.test.ts', 'tests/conformance/{requests,rows,voorcontrole}.test.ts'],
  },
  bekostiging: {
    mutate: 'shared/bekostiging/**/*.ts',
    tests: ['tests/unit/bekostiging/**/*.test.ts'],
  },
};

export type MutationSubject = keyof typeof subjects;

export const isMutationSubject = (name: string): name is MutationSubject => Object.hasOwn(subjects, name);

const { MUTATION_SUBJECT: named = '' } = process.env;

/** The subject of this run; `scripts/mutation.mts` names it. */
export const subjectName: MutationSubject = isMutationSubject(named) ? named : 'controles';
