/** What the first event after a connect tells about the lines in between. */
export type ResumeOutcome =
  /** Nothing was read before: there is nothing to resume. */
  | 'first'
  /** The server went on after our position, as far as can be told. */
  | 'resumed'
  /** It did not: lines may be missing here, and lines may come again. */
  | 'cannot-resume'

/**
 * Servers that count their events from 0 and start again for every connection answer a
 * Last-Event-ID with a number that is not above it; servers without ids cannot know where we were.
 * What comes is written in either case: it may be a repetition, but that is not ours to guess.
 *
 * @param sent the Last-Event-ID of the request, empty for none
 * @param first the own id of the first message event, null for none
 * @param before whether lines of this stream had been read before
 */
export function resumeOutcome(sent: string, first: string | null, before: boolean): ResumeOutcome {
  if (!before) return 'first'
  if (sent === '' || first === sent) return 'cannot-resume'
  const position = plainNumber(sent)
  const next = first === null ? null : plainNumber(first)
  if (position !== null && next !== null && next <= position) return 'cannot-resume'
  return 'resumed'
}

function plainNumber(id: string): number | null {
  return /^\d{1,15}$/.test(id) ? Number(id) : null
}
