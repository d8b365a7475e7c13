import type { Encoding } from '../../../shared/encoding.ts'
import { asBuffer } from '../as-buffer.ts'
import type { TimeFormat, TimeNotation, TimePlace } from '../engine-task.ts'
import { headLines } from './head-lines.ts'
import { createPrefixReader } from './line-prefix.ts'
import { wordStart } from './line-words.ts'
import { createTimeParser } from './time-parser.ts'
import { TIME_READERS } from './time-reader.ts'

/** Words before a time at most: a level, a thread, a process, a class, and some more. */
const MAX_WORD = 7

/** The fields that hold a line's own time, those of which there is no doubt first. */
const TIME_KEYS = [
  '@timestamp',
  'timestamp',
  'time',
  'ts',
  '@t',
  'datetime',
  'asctime',
  'date',
  't',
  '$date',
  'eventTime',
  'event_time',
  '_time',
  'time_local',
  'time_iso8601',
  'Timestamp',
  'TimeStamp',
  'Time',
  'DateTime',
]

/** Large numbers of other meaning begin lines too: these times must begin half of them. */
const EPOCH_SHARE = 0.5

const NOTATIONS = Object.keys(TIME_READERS) as TimeNotation[]

interface Candidate {
  readonly notation: TimeNotation
  readonly place: TimePlace
}

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
  const votes = new Map<string, { readonly candidate: Candidate; count: number }>()
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
): Candidate | null {
  const prefix = createPrefixReader(encoding)(head, from, to)
  const text = asBuffer(prefix.bytes).toString('latin1', prefix.from, prefix.to)
  const has = (candidate: Candidate): boolean =>
    !Number.isNaN(createTimeParser({ ...candidate, ...unsaid }, encoding)(head, from, to))
  const fields = fieldCandidates(text)
  // What looks like JSON has its time in a field, also when an object stands on several lines.
  const candidates = /^\s*["{]/.test(text)
    ? fields
    : [...wordCandidates(prefix.bytes, prefix.from, prefix.to), ...fields]
  return candidates.find(has) ?? null
}

function wordCandidates(bytes: Uint8Array, from: number, to: number): Candidate[] {
  const candidates: Candidate[] = []
  for (let word = 0; word <= MAX_WORD; word++) {
    if (wordStart(bytes, from, to, word) === -1) break
    candidates.push(
      ...NOTATIONS.map((notation) => ({ notation, place: { kind: 'word', word } }) as const),
    )
  }
  // The user of a CLF line may have any number of words.
  const clf = { notation: 'day-month-year', place: { kind: 'bracket' } } as const
  return [clf, ...candidates]
}

function fieldCandidates(text: string): Candidate[] {
  return TIME_KEYS.filter((key) => text.includes(key)).flatMap((key) =>
    NOTATIONS.flatMap((notation) => [
      { notation, place: { kind: 'json', key } } as const,
      { notation, place: { kind: 'logfmt', key } } as const,
    ]),
  )
}
