/** Wall clocks of one zone. Wall clock times are written in ms as if they were UTC. */
export interface Clock {
  /** Name of the zone (IANA), or its distance to UTC: `-03:00`. */
  readonly zone: string
  toWallClock(ms: number): number
  /** The earlier of two in autumn; the one after the gap in spring. */
  fromWallClock(wallClock: number): number
}

const MINUTE_MS = 60_000
const QUARTER_MS = 15 * MINUTE_MS

/** Offsets kept: the lines of a screen and the marks of an axis lie in a few dozen quarters; 20 µs each to find. */
const MAX_OFFSETS = 500

/** A clock that keeps one distance to UTC, in minutes east of it. */
export function createFixedClock(minutes: number): Clock {
  const distance = minutes * MINUTE_MS
  return {
    zone: nameOf(minutes),
    toWallClock: (ms) => ms + distance,
    fromWallClock: (wallClock) => wallClock - distance,
  }
}

/** The clock of a zone of the IANA database; that of UTC for a name that is not known here. */
export function createClock(zone: string): Clock {
  const format = formatOf(zone)
  if (format === null) return { ...createFixedClock(0), zone: 'UTC' }
  // Zones change at whole quarters of an hour (IANA tz database, since 1972).
  const offsets = new Map<number, number>()
  const offsetAt = (ms: number): number => {
    const quarter = Math.floor(ms / QUARTER_MS)
    const known = offsets.get(quarter)
    if (known !== undefined) return known
    const offset = offsetOf(format, quarter * QUARTER_MS)
    if (offsets.size >= MAX_OFFSETS) offsets.clear()
    offsets.set(quarter, offset)
    return offset
  }
  return {
    zone,
    toWallClock: (ms) => ms + offsetAt(ms),
    fromWallClock(wallClock) {
      // The offsets a day before and after are those on both sides of a change.
      const before = wallClock - offsetAt(wallClock - 86_400_000)
      const after = wallClock - offsetAt(wallClock + 86_400_000)
      if (before + offsetAt(before) === wallClock) return before
      // Within the gap neither exists: the hands were moved forward over it.
      return after + offsetAt(after) === wallClock ? after : before
    },
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    // A RangeError: this browser's database is older than the server's.
    return null
  }
}

function offsetOf(format: Intl.DateTimeFormat, ms: number): number {
  const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  const wallClock = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wallClock - Math.floor(ms / 1000) * 1000
}

function nameOf(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
