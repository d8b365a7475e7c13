import type { search as english } from '../en/search.ts'
import type { Translated } from '../translated.ts'

/** Searching and its results. */
export const search: Translated<typeof english> = {}
