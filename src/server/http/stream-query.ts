/** What a client asks of `GET /stream-logs`, or a sentence about what is wrong with it. */
export type StreamQuery =
  | {
      readonly kind: 'ok'
      readonly log: string | null
      readonly tail: number | 'all'
      readonly filter: string | null
      readonly lastEventId: string | null
    }
  | { readonly kind: 'bad'; readonly detail: string }

/** Lines of history without a `tail` parameter: as many as `tail -f` shows. */
const DEFAULT_TAIL = 10

/** Lines that `tail` may ask for; `all` has no bound. */
const MAX_TAIL = 1_000_000

/** Characters of a `filter`. */
const MAX_FILTER = 1000

/** Ids of ours have under 60 characters; a longer one is none of ours and told as a gap. */
const MAX_LAST_EVENT_ID = 1000

/** Reads the known parameters; unknown ones are ignored, as caches and proxies add their own. */
export function parseStreamQuery(
  parameters: URLSearchParams,
  lastEventIdHeader: string | undefined,
): StreamQuery {
  const tailText = parameters.get('tail')
  const tail = tailText === null ? DEFAULT_TAIL : parseTail(tailText)
  if (tail === null) {
    return { kind: 'bad', detail: `tail must be a whole number from 0 to ${MAX_TAIL}, or all.` }
  }
  const filter = parameters.get('filter')
  if (filter !== null && filter.length > MAX_FILTER) {
    return { kind: 'bad', detail: `filter may have ${MAX_FILTER} characters at most.` }
  }
  // The header is what the browser knows for sure; the parameter is for clients that cannot set it.
  const id = lastEventIdHeader ?? parameters.get('lastEventId') ?? ''
  return {
    kind: 'ok',
    log: parameters.get('log'),
    tail,
    filter: filter === '' ? null : filter,
    lastEventId: id === '' ? null : id.slice(0, MAX_LAST_EVENT_ID),
  }
}

function parseTail(text: string): number | 'all' | null {
  if (text === 'all') return 'all'
  if (!/^\d{1,7}$/.test(text)) return null
  const tail = Number(text)
  return tail <= MAX_TAIL ? tail : null
}
