/** Filters, their sets and the levels. */
export const filters = {
  'filters.name': 'Filters',
} as const
