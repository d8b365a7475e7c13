import type { Encoding } from '../../../shared/encoding.ts'
import { type TimeCandidate, timeCandidates } from '../../../shared/time/time-candidates.ts'
import type { TimeFormat } from '../engine-task.ts'
import { headLines } from './head-lines.ts'
import { createPrefixReader } from './line-prefix.ts'
import { createTimeParser } from './time-parser.ts'

/** Large numbers of other meaning begin lines too: these times must begin half of them. */
const EPOCH_SHARE = 0.5

/** What the bytes do not say. */
export type UnsaidTime = Pick<TimeFormat, 'zoneMinutes' | 'lastChange'>

/**
 * The way in which most of the first lines of a log give their time; null when none gives one. `head`
 * begins with a line start; its last line may be cut.
 */
export function detectTimeFormat(
  head: Uint8Array,
  encoding: Encoding,
  unsaid: UnsaidTime,
): TimeFormat | null {
  const votes = new Map<string, { readonly candidate: TimeCandidate; count: number }>()
  let lines = 0
  for (const [from, to] of headLines(head, encoding)) {
    lines += 1
    const candidate = candidateOf(head, from, to, encoding, unsaid)
    if (candidate === null) continue
    const name = JSON.stringify(candidate)
    const vote = votes.get(name) ?? { candidate, count: 0 }
    vote.count += 1
    votes.set(name, vote)
  }
  const [best] = [...votes.values()]
    .filter(
      ({ candidate, count }) => candidate.notation !== 'epoch' || count >= lines * EPOCH_SHARE,
    )
    .sort((a, b) => b.count - a.count)
  return best === undefined ? null : { ...best.candidate, ...unsaid }
}

function candidateOf(
  head: Uint8Array,
  from: number,
  to: number,
  encoding: Encoding,
  unsaid: UnsaidTime,
): TimeCandidate | null {
  const candidates = timeCandidates(createPrefixReader(encoding)(head, from, to))
  const has = (candidate: TimeCandidate): boolean =>
    !Number.isNaN(createTimeParser({ ...candidate, ...unsaid }, encoding)(head, from, to))
  return candidates.find(has) ?? null
}
