import type { highlight as english } from '../en/highlight.ts'
import type { Translated } from '../translated.ts'

/** Colours of parts of lines, and labels. */
export const highlight: Translated<typeof english> = {}
