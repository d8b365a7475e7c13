import type { entries as english } from '../en/entries.ts'
import type { Translated } from '../translated.ts'

/** The list of lines, and entries that fold. */
export const entries: Translated<typeof english> = {
  'list.number': 'Linha',
  'list.text': 'Texto',
}
