import type { entries as english } from '../en/entries.ts'
import type { Translated } from '../translated.ts'

/** Entries that fold. */
export const entries: Translated<typeof english> = {}
