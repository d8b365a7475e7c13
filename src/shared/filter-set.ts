/** Filters that the user saved under a name, and the file in which they travel from one computer to another. */
import { z } from 'zod'
import { LEVELS } from './level.ts'
import { MAX_CONTEXT, MAX_TERMS, term } from './query.ts'

/** What a filter of the stack does to a line that has its term. */
export const CHIP_MODES = ['include', 'exclude', 'highlight'] as const
export type ChipMode = (typeof CHIP_MODES)[number]

/** Characters of a name at most: longer ones are no names. */
export const MAX_SET_NAME_LENGTH = 80

/** Sets at most: a list in which one still finds something. */
export const MAX_SETS = 100

/** Filters of one stack at most: twice what can be asked at once, as some are off or colour only. */
export const MAX_CHIPS = 2 * MAX_TERMS

/** One filter, without what belongs to a page that shows it. */
export const savedChip = z.object({ mode: z.enum(CHIP_MODES), term, on: z.boolean() }).strict()

/** A filter without its range of times, which belongs to one log. */
export const savedFilter = z
  .object({
    chips: z.array(savedChip).max(MAX_CHIPS),
    every: z.boolean(),
    levels: z.array(z.enum(LEVELS)).max(LEVELS.length).nullable(),
    /** Whole entries or lines; a set in which it is left out was made for lines. */
    entries: z.boolean().default(false),
    context: z.number().int().min(0).max(MAX_CONTEXT),
  })
  .strict()
export type SavedFilter = z.infer<typeof savedFilter>

/** A filter under a name. */
export const filterSet = z
  .object({ name: z.string().trim().min(1).max(MAX_SET_NAME_LENGTH), filter: savedFilter })
  .strict()
export type FilterSet = z.infer<typeof filterSet>

/** All sets, as they are kept. */
export const filterSets = z.array(filterSet).max(MAX_SETS)

/** The file of sets. Another version is another `version`. */
export const filterSetFile = z
  .object({ kind: z.literal('rastro-filters'), version: z.literal(1), sets: filterSets })
  .strict()

/** What makes a file one of sets, of whatever version. */
const anyVersion = z.object({ kind: z.literal('rastro-filters'), version: z.number() })

/** What a file of sets holds, or why it holds none: then nothing of it is taken. */
export type FilterSetFile =
  | { readonly kind: 'sets'; readonly sets: readonly FilterSet[] }
  /** It is no JSON, or the JSON of something else. */
  | { readonly kind: 'foreign' }
  /** A later version of the program wrote it. */
  | { readonly kind: 'newer' }
  /** It should be one, and something in it is not as it should be. */
  | { readonly kind: 'broken' }

/** Reads the text of a file of sets. */
export function decodeFilterSets(text: string): FilterSetFile {
  const value = parsed(text)
  const known = anyVersion.safeParse(value)
  if (!known.success) return { kind: 'foreign' }
  if (known.data.version > 1) return { kind: 'newer' }
  const read = filterSetFile.safeParse(value)
  return read.success ? { kind: 'sets', sets: read.data.sets } : { kind: 'broken' }
}

/** The text of a file with these sets. */
export function encodeFilterSets(sets: readonly FilterSet[]): string {
  const file = { kind: 'rastro-filters', version: 1, sets }
  return `${JSON.stringify(file, null, 2)}\n`
}

function parsed(text: string): unknown {
  try {
    // A byte order mark is none of JSON's characters, and editors write one.
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    // No JSON is no file of sets: the schema says so.
    return undefined
  }
}
