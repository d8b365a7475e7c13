/** Later than 2100 is no time but another large number. In seconds. */
const MAX_SECONDS = 4_102_444_800

/** Ten digits are seconds since 1970, 13 ms, 16 µs and 19 ns; a fraction of seconds may follow. */
const EPOCH = /^@?(\d{10})(\d{0,9})(?:\.(\d{1,9}))?$/

/** The time that a number since 1970 means, in ms; null when it is none. */
export function parseEpoch(text: string): number | null {
  const [, whole = '', more = '', fraction = ''] = EPOCH.exec(text) ?? []
  const seconds = Number(whole)
  if (more.length % 3 !== 0 || (more !== '' && fraction !== '')) return null
  if (seconds < 1e9 || seconds > MAX_SECONDS) return null
  return seconds * 1000 + Number((more + fraction).slice(0, 3).padEnd(3, '0'))
}
