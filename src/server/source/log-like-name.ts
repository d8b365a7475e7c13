/** Endings that logs are written under. */
const ENDINGS = /\.(?:log|out|err|trace|jsonl|ndjson|clf|logfmt)$/i

/** Endings that logs share with other files: they count where the name says log (`build-log.txt`). */
const SHARED_ENDINGS = /log.*\.(?:txt|json)$/i

/** What Unix systems call their logs (syslog.conf(5), rsyslog's and Debian's defaults). */
const SYSTEM_NAMES =
  /^(?:syslog|messages|secure|maillog|dmesg|boot|cron|kern|auth|daemon|debug|user|mail)$/

/**
 * Whether a file of a folder is taken for a log, by its name alone. A rotated one (`app.log.1`) is
 * not: it is the history of the log beside it.
 */
export function isLogLikeName(name: string): boolean {
  if (name.startsWith('.')) return false
  return ENDINGS.test(name) || SHARED_ENDINGS.test(name) || SYSTEM_NAMES.test(name)
}
