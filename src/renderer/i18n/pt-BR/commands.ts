import type { commands as english } from '../en/commands.ts'
import type { Translated } from '../translated.ts'

/** The palette, shortcuts and the look of the page. */
export const commands: Translated<typeof english> = {}
