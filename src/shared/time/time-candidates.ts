import { wordStart } from './line-words.ts'
import type { TimeNotation } from './time-notation.ts'
import type { LinePrefix, TimePlace } from './time-place.ts'
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

const NOTATIONS = Object.keys(TIME_READERS) as TimeNotation[]

/** A way in which a line may give its time. */
export interface TimeCandidate {
  readonly notation: TimeNotation
  readonly place: TimePlace
}

/** The ways in which the line that begins so may give its time, the likeliest first. */
export function timeCandidates({ bytes, from, to }: LinePrefix): readonly TimeCandidate[] {
  const text = String.fromCharCode(...bytes.subarray(from, to))
  const fields = fieldCandidates(text)
  // What looks like JSON has its time in a field, also when an object stands on several lines.
  return /^\s*["{]/.test(text) ? fields : [...wordCandidates(bytes, from, to), ...fields]
}

function wordCandidates(bytes: Uint8Array, from: number, to: number): TimeCandidate[] {
  const candidates: TimeCandidate[] = []
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

function fieldCandidates(text: string): TimeCandidate[] {
  return TIME_KEYS.filter((key) => text.includes(key)).flatMap((key) =>
    NOTATIONS.flatMap((notation) => [
      { notation, place: { kind: 'json', key } } as const,
      { notation, place: { kind: 'logfmt', key } } as const,
    ]),
  )
}
