const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Characters of the longest usual text, `+999d 23:59:59`. */
export const ELAPSED_COLUMNS = 14

/**
 * How much later something is, as short as it can be told apart: `+0.123 s`, `+1:02.500`, `+2:03:04`,
 * `+5d 02:03:04`. Earlier has a minus. `point` is what the language writes before fractions; without their unit,
 * seconds in Portuguese would read as thousands.
 */
export function elapsedText(ms: number, point: string): string {
  const size = Math.abs(Math.round(ms))
  const sign = ms < 0 ? '−' : '+'
  const days = Math.floor(size / DAY_MS)
  const hours = Math.floor((size % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((size % HOUR_MS) / MINUTE_MS)
  const seconds = Math.floor((size % MINUTE_MS) / SECOND_MS)
  const fraction = `${point}${String(size % SECOND_MS).padStart(3, '0')}`
  if (days > 0) return `${sign}${days}d ${two(hours)}:${two(minutes)}:${two(seconds)}`
  if (hours > 0) return `${sign}${hours}:${two(minutes)}:${two(seconds)}`
  if (minutes > 0) return `${sign}${minutes}:${two(seconds)}${fraction}`
  return `${sign}${seconds}${fraction} s`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
