import type { filters as english } from '../en/filters.ts'
import type { Translated } from '../translated.ts'

/** Filters, their sets and the levels. */
export const filters: Translated<typeof english> = {
  'filters.name': 'Filtros',
}
