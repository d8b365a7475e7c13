import { type RuleDraft, withRules } from './rule-drafts.ts'
import { decodeRules, type RuleFile } from './rule-file.ts'

/** Bytes of a file of rules at most: as many rules as there may be, of the longest patterns, are half of it. */
const MAX_FILE_BYTES = 2 * 1024 * 1024

/** What became of a file of rules. Either all of its rules are among the drafts or none is new. */
export type RuleImport =
  | {
      readonly kind: 'imported'
      readonly drafts: readonly RuleDraft[]
      /** Rules that were not there yet. */
      readonly added: number
    }
  | Exclude<RuleFile, { readonly kind: 'rules' }>
  | { readonly kind: 'full' | 'unreadable' }

/** The drafts with the rules of a file behind them; those that are there already are not taken twice. */
export async function importRules(
  file: Pick<File, 'size' | 'text'>,
  latest: () => readonly RuleDraft[],
): Promise<RuleImport> {
  if (file.size > MAX_FILE_BYTES) return { kind: 'foreign' }
  const text = await file.text().catch(() => null)
  if (text === null) return { kind: 'unreadable' }
  const read = decodeRules(text)
  if (read.kind !== 'rules') return read
  const before = latest()
  const drafts = withRules(before, read.rules)
  if (drafts === null) return { kind: 'full' }
  return { kind: 'imported', drafts, added: drafts.length - before.length }
}
