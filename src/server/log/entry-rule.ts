import type { Encoding } from '../../shared/encoding.ts'
import type { EntryRule } from '../engine/engine-task.ts'
import { detectEntryRule } from '../engine/entry/detect-entry-rule.ts'
import { detectTimeFormat } from '../engine/time/detect-time-format.ts'
import type { Generation } from '../follow/generation.ts'
import { HEAD_BYTES, readHead } from './read-head.ts'

/** The rules of files whose head is whole, and so stays what it is as long as it is read the same way. */
const known = new WeakMap<Generation, { readonly encoding: Encoding; readonly rule: EntryRule }>()

/**
 * How the entries of a file begin, told by its first lines, once for each file that has as many: it
 * takes 4 ms, and each filter asks. Rejects with BytesGone.
 */
export async function entryRuleOf(generation: Generation): Promise<EntryRule> {
  const { encoding } = generation
  const told = known.get(generation)
  if (told?.encoding === encoding) return told.rule
  const head = await readHead(generation)
  // The year of a time without one does not change whether it is a time.
  const format = detectTimeFormat(head, encoding, { zoneMinutes: null, lastChange: Date.now() })
  const rule = detectEntryRule(head, encoding, format)
  if (head.length > HEAD_BYTES - 4) known.set(generation, { encoding, rule })
  return rule
}
