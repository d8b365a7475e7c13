import type { EntryRule } from '../engine/engine-task.ts'
import { detectEntryRule } from '../engine/entry/detect-entry-rule.ts'
import { detectTimeFormat } from '../engine/time/detect-time-format.ts'
import type { Generation } from '../follow/generation.ts'
import { readHead } from './read-head.ts'

/** How the entries of a file begin, told by its first lines. Rejects with BytesGone. */
export async function entryRuleOf(generation: Generation): Promise<EntryRule> {
  const { encoding } = generation
  const head = await readHead(generation)
  // The year of a time without one does not change whether it is a time.
  const format = detectTimeFormat(head, encoding, { zoneMinutes: null, lastChange: Date.now() })
  return detectEntryRule(head, encoding, format)
}
