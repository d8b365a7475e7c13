const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The units as people type them in English and in Portuguese. */
const UNITS: readonly (readonly [words: string, ms: number])[] = [
  ['ms', 1],
  ['s sec secs second seconds seg segs segundo segundos', SECOND_MS],
  ['m min mins minute minutes minuto minutos', MINUTE_MS],
  ['h hour hours hr hrs hora horas', HOUR_MS],
  ['d day days dia dias', DAY_MS],
]
const MS_OF_UNIT = new Map(
  UNITS.flatMap(([words, ms]) => words.split(' ').map((word) => [word, ms])),
)

/** The sign is a hyphen or the minus that phones and word processors put in its place. */
const DISTANCE = /^([+\-−])\s*((?:\d+(?:[.,]\d+)?\s*[a-z]+\s*)+)$/
const PART = /(\d+(?:[.,]\d+)?)\s*([a-z]+)/g

/** `-5m`, `+30s`, `-1h 30min`, `+1,5 h`: how long after, in ms, negative for before; null for another text. */
export function parseDistance(text: string): number | null {
  const [, sign, parts = ''] = DISTANCE.exec(text) ?? []
  if (sign === undefined) return null
  let ms = 0
  for (const [, amount = '', word = ''] of parts.matchAll(PART)) {
    const unit = MS_OF_UNIT.get(word)
    if (unit === undefined) return null
    ms += Number(amount.replace(',', '.')) * unit
  }
  return Math.round(sign === '+' ? ms : -ms)
}
