/** Seconds since 1970 with ten digits are of 2001 to 2286, and so are milliseconds with thirteen and so on. */
const EPOCH =
  /^(\d{10})(?:\.(\d{1,9}))?$|^(\d{10})(\d{3})(?:\.\d+)?$|^(\d{10})(\d{6})$|^(\d{10})(\d{9})$/

/** A time as a person reads it: one in seconds or parts of them since 1970 becomes UTC, others stay. */
export function timeText(time: string): string {
  const match = EPOCH.exec(time)
  if (match === null) return time
  const [, seconds, part, ...rest] = match
  const whole = seconds ?? rest[0] ?? rest[2] ?? rest[4] ?? '0'
  const fraction = (part ?? rest[1] ?? rest[3] ?? rest[5] ?? '').slice(0, 3).padEnd(3, '0')
  return new Date(Number(whole) * 1000 + Number(fraction)).toISOString()
}
