/** RFC 5424, section 6.2.1, table 2. */
const SEVERITIES = ['emerg', 'alert', 'crit', 'error', 'warning', 'notice', 'info', 'debug']

/** RFC 5424, section 6.2.1, table 1, in the short names of syslog.h. */
const FACILITIES = [
  'kern',
  'user',
  'mail',
  'daemon',
  'auth',
  'syslog',
  'lpr',
  'news',
  'uucp',
  'cron',
  'authpriv',
  'ftp',
  'ntp',
  'audit',
  'alert',
  'clock',
  ...Array.from({ length: 8 }, (_, index) => `local${index}`),
]

/** Facility and severity of a syslog priority in words; null when there is none or it is out of range. */
export function syslogPriority(
  priority: string | null,
): { readonly facility: string; readonly severity: string } | null {
  if (priority === null) return null
  const value = Number(priority)
  const facility = FACILITIES[value >> 3]
  const severity = SEVERITIES[value & 7]
  return facility === undefined || severity === undefined ? null : { facility, severity }
}
