import { sticky } from './sticky.ts'

const ZONE = '(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?'
const CLOCK = `\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?: ?[AaPp][Mm])?${ZONE}`
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const END = '(?![\\w:])'

/** Times that begin with a digit, each with its date, its fraction and its zone where it has them. */
export const readNumericTime = sticky(
  new RegExp(
    [
      // ISO 8601 and its kin: 2026-11-23T13:16:15.123Z, 2026/11/23 13:16:15, 2026-11-23.
      `\\d{4}[-/.]\\d{2}[-/.]\\d{2}(?:(?:T|, ?| {1,2})(?:${CLOCK}|\\d{2}:\\d{2}${ZONE}))?${END}`,
      `\\d{8}T\\d{6}(?:[.,]\\d{1,9})?Z?${END}`,
      // Common Log Format: 23/Nov/2026:13:16:15 +0000.
      `\\d{2}/${MONTH}/\\d{4}(?::${CLOCK})?${END}`,
      // 23-Nov-2026 13:16:15.123, 23 Nov 2026 13:16:15.
      `\\d{1,2}[- ]${MONTH}[- ]\\d{4}(?:,? ${CLOCK})?${END}`,
      // 23/11/2026 13:16:15, 23.11.2026.
      `\\d{1,2}[./]\\d{1,2}[./]\\d{4}(?:,? ${CLOCK})?${END}`,
      `${CLOCK}${END}`,
    ].join('|'),
    'y',
  ),
)

/** Times that begin with a name: Nov 23 13:16:15, Mon Nov 23 13:16:15 2026, Mon, 23 Nov 2026 13:16:15 GMT. */
export const readNamedTime = sticky(
  new RegExp(
    `(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:${MONTH} {1,2}\\d{1,2}(?:,? \\d{4})?|\\d{1,2} ${MONTH} \\d{4}),? ${CLOCK}(?: \\d{4})?${END}`,
    'y',
  ),
)
