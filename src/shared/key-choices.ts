/** The keys that the user chose for commands: the page acts on them, and the app's menu shows them. */
import { z } from 'zod'

/** One key press, as far as shortcuts care. */
export interface Chord {
  /** `KeyboardEvent.key` in lower case: `o`, `?`, `enter`, `arrowdown`, ` `. */
  readonly key: string
  /** Control, or Command on a Mac. */
  readonly mod?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
}

/** By the id of the command; an empty list leaves it without any. */
export type KeyChoices = Readonly<Record<string, readonly Chord[]>>

/** `KeyboardEvent.key` is one character or a name of few. */
const chord: z.ZodType<Chord> = z
  .object({
    key: z.string().min(1).max(32),
    mod: z.boolean().default(false),
    alt: z.boolean().default(false),
    shift: z.boolean().default(false),
  })
  .strict()

export const keyChoices: z.ZodType<KeyChoices> = z.record(
  z.string().max(128),
  z.array(chord).max(8),
)

/**
 * Whether Shift is a part of it. It counts for letters, Space and keys with a name; on many layouts
 * a sign such as `?` itself needs Shift.
 */
export function hasShift({ key, shift = false }: Chord): boolean {
  return shift && (key.length > 1 || /^[a-z ]$/.test(key))
}

/** Whether nothing is typed by it, wherever it is pressed: such a chord may act also in a field. */
export function typesNothing({ key, mod = false }: Chord): boolean {
  return mod || /^f\d+$/.test(key)
}
