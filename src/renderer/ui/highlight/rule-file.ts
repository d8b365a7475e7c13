import { z } from 'zod'
import { type Rule, rule } from './rules.ts'

const KIND = 'rastro-highlight'

/** The file of rules. Another version is another `version`. */
const ruleFile = z
  .object({ kind: z.literal(KIND), version: z.literal(1), rules: z.array(rule.strict()) })
  .strict()

/** What makes a file one of Rastro's, of whatever kind and version. */
const anyFile = z.object({ kind: z.string(), version: z.number() })

/** What a file of rules holds, or why it holds none: then nothing of it is taken. */
export type RuleFile =
  | { readonly kind: 'rules'; readonly rules: readonly Rule[] }
  /** It is no JSON, or the JSON of something else. */
  | { readonly kind: 'foreign' }
  /** It holds saved filters, which have a dialog of their own. */
  | { readonly kind: 'filters' }
  /** A later version of the program wrote it. */
  | { readonly kind: 'newer' }
  /** It should be one, and this rule is not as it should be, from 1; null when it is the rest of the file. */
  | { readonly kind: 'broken'; readonly place: number | null }

/** Reads the text of a file of rules. */
export function decodeRules(text: string): RuleFile {
  const value = parsed(text)
  const known = anyFile.safeParse(value)
  if (!known.success) return { kind: 'foreign' }
  if (known.data.kind === 'rastro-filters') return { kind: 'filters' }
  if (known.data.kind !== KIND) return { kind: 'foreign' }
  if (known.data.version > 1) return { kind: 'newer' }
  const read = ruleFile.safeParse(value)
  if (read.success) return { kind: 'rules', rules: read.data.rules }
  const at = read.error.issues[0]?.path[1]
  return { kind: 'broken', place: typeof at === 'number' ? at + 1 : null }
}

/** The text of a file with these rules. */
export function encodeRules(rules: readonly Rule[]): string {
  return `${JSON.stringify({ kind: KIND, version: 1, rules }, null, 2)}\n`
}

function parsed(text: string): unknown {
  try {
    // A byte order mark is none of JSON's characters, and editors write one.
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    // No JSON is no file of rules: the schema says so.
    return undefined
  }
}
