import { bomLength } from '../engine/decode.ts'
import type { EntryRule } from '../engine/engine-task.ts'
import { detectEntryRule } from '../engine/entry/detect-entry-rule.ts'
import { detectTimeFormat } from '../engine/time/detect-time-format.ts'
import type { Generation } from '../follow/generation.ts'

/** The beginning that tells how entries begin, in bytes: some hundred lines. */
const HEAD_BYTES = 64 * 1024

/** How the entries of a file begin, told by its first lines. Rejects with BytesGone. */
export async function entryRuleOf(generation: Generation): Promise<EntryRule> {
  const { encoding, from } = generation
  const bytes = await generation.read(from, HEAD_BYTES)
  const head = bytes.subarray(from === 0 ? bomLength(bytes, encoding) : 0)
  // The year of a time without one does not change whether it is a time.
  const format = detectTimeFormat(head, encoding, { zoneMinutes: null, lastChange: Date.now() })
  return detectEntryRule(head, encoding, format)
}
