/** What is looked for in a log: the shape of a search or a filter, the same on the page and in the server. */
import { z } from 'zod'
import { LEVELS } from './level.ts'

/** Characters of one pattern at most: nobody types more, and a regular expression of this length still compiles at once. */
export const MAX_PATTERN_LENGTH = 4096

/** Terms of one query at most, all groups together. */
export const MAX_TERMS = 32

/** Lines of context before and after a match at most: as many as fit on a screen. */
export const MAX_CONTEXT = 50

/** One thing that a line has or has not. */
export const term = z
  .object({
    /** `text`: these characters as they are; `regexp`: JavaScript's RegExp, without slashes and flags. */
    kind: z.enum(['text', 'regexp']),
    pattern: z.string().min(1).max(MAX_PATTERN_LENGTH),
    matchCase: z.boolean(),
    /** Neither end of a match touches a letter, a digit or `_`, of whatever script. */
    wholeWord: z.boolean(),
  })
  .strict()
export type Term = z.infer<typeof term>

/**
 * A line matches when it has all of `all`, one of `any` (if there are any) and none of `none`. Each
 * term is looked for within one line, without its ending. An inverted search is one with `none` only.
 */
export const query = z
  .object({
    all: z.array(term),
    any: z.array(term),
    none: z.array(term),
    /** Whole entries: the terms are looked for in the entry (each within one line of it), and all its lines are shown; it is cut where none begins for 256 KiB. */
    entries: z.boolean(),
    /** Only lines of one of these levels, with entries those whose first line is; of any level when left out. */
    levels: z.array(z.enum(LEVELS)).max(LEVELS.length).optional(),
    /** With `entries`: only the first line of each entry that matches. Needs no terms: then it is every entry. */
    heads: z.boolean().optional(),
    /** With `entries`: of each entry that matches only the lines that have this term too. Not with `heads`. */
    find: term.optional(),
    /**
     * Lines before and after each match that are shown with it, as far as they start within 64 KiB of
     * it, in the same file and in the range that is asked for. A longer match has none.
     */
    context: z.number().int().min(0).max(MAX_CONTEXT).optional(),
  })
  .strict()
  .refine(({ entries, context = 0 }) => !entries || context === 0, 'Entries have no context.')
  .refine(({ entries, heads }) => entries || heads !== true, 'Only entries have heads.')
  .refine(
    ({ entries, heads, find }) => find === undefined || (entries && heads !== true),
    'A term is found in the lines of entries only.',
  )
  .refine(({ all, any, none, levels, heads, find }) => {
    const terms = all.length + any.length + none.length + (find === undefined ? 0 : 1)
    return (terms > 0 || levels !== undefined || heads === true) && terms <= MAX_TERMS
  }, `A query has 1 to ${MAX_TERMS} terms, or levels, or asks for the heads of entries.`)
export type Query = z.infer<typeof query>

/** Why a query cannot be asked: which term, and where in its pattern (in UTF-16 units; null when it is the whole). */
export const invalidQuery = z.object({
  kind: z.literal('invalid'),
  group: z.enum(['all', 'any', 'none', 'find']),
  term: z.number().int().nonnegative(),
  at: z.number().int().nonnegative().nullable(),
  /** What the parser says, in English: a detail beside the page's own sentence. */
  message: z.string(),
})
export type InvalidQuery = z.infer<typeof invalidQuery>
