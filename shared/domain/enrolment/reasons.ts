/** Why a pupil left: kept by the school, not delivered. */
export const leavingReasons = [
  { code: 'secondary', label: 'Naar het voortgezet onderwijs' },
  { code: 'otherSchool', label: 'Naar een andere basisschool' },
  { code: 'special', label: 'Naar speciaal onderwijs of speciaal basisonderwijs' },
  { code: 'abroad', label: 'Naar het buitenland' },
  { code: 'deceased', label: 'Overleden' },
  { code: 'other', label: 'Om een andere reden' },
] as const;
