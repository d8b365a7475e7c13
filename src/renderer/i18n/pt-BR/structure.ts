import type { structure as english } from '../en/structure.ts'
import type { Translated } from '../translated.ts'

/** Fields of a line, the details pane and columns. */
export const structure: Translated<typeof english> = {}
