/** A time of day with the zone it is of. */
export interface ClockTime {
  /** Since midnight, in ms. */
  readonly ofDay: number
  /** Minutes east of UTC; null when none is named. */
  readonly zoneMinutes: number | null
}

/** `14:02`, `14:02:03.5`, `2:05 pm`, and as Brazilians write it `14h`, `14h02`. */
const TIME =
  /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?|h(\d{2})?(?:min)?)\s*([ap])?\.?(?:(?<=[ap]\.?)m\.?)?\s*(z|utc|gmt|[+\-−]\d{2}(?::?\d{2})?)?$/

/** The farthest zones are +14:00 and -12:00 (IANA time zone database). */
const MAX_ZONE_HOURS = 14

/** The time of day that `text`, in small letters, names; null when it names none. */
export function parseClockTime(text: string): ClockTime | null {
  const match = TIME.exec(text)
  if (match === null) return null
  const [, hourText = '', minutes, seconds = '0', fraction = '', afterH = '0', half, zone] = match
  const hour = hourOf(Number(hourText), half)
  const minute = Number(minutes ?? afterH)
  const second = Number(seconds)
  const zoneMinutes = zone === undefined ? null : zoneOf(zone)
  // A leap second is taken as it is written.
  if (hour === null || minute > 59 || second > 60 || zoneMinutes === 'none') return null
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return { ofDay: ((hour * 60 + minute) * 60 + second) * 1000 + ms, zoneMinutes }
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

function zoneOf(zone: string): number | 'none' {
  const [, sign, hours, minutes = '0'] = /^([+\-−])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign === undefined) return 0
  if (Number(hours) > MAX_ZONE_HOURS || Number(minutes) > 59) return 'none'
  const east = Number(hours) * 60 + Number(minutes)
  return sign === '+' || east === 0 ? east : -east
}
