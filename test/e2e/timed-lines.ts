/** The time of the first of {@link timedLines}. */
export const START = Date.UTC(2024, 0, 2, 10)

/** A line a second from 10:00:00 UTC on, with its zone; every tenth an error. */
export function timedLines(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => {
    const at = from + index
    const time = new Date(START + at * 1000).toISOString()
    return `${time} ${at % 10 === 0 ? 'ERROR' : 'INFO'} second ${at}\n`
  }).join('')
}
