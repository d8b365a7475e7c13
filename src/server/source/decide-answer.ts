import type { RemoteFailure } from '../../shared/remote-failure.ts'

/** The part of an answer's head on which everything depends. */
export interface AnswerHead {
  readonly status: number
  readonly contentType: string | undefined
  readonly contentEncoding: string | undefined
}

/** What to do with an answer: read it, be done for good, or stop with a reason. */
export type AnswerDecision =
  | { readonly kind: 'stream' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly reason: RemoteFailure }

/** A header is shown to a person up to here, in UTF-16 units. */
const MAX_SHOWN_TYPE = 200

/**
 * "If res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then fail the
 * connection" (HTML 9.2.2): no second try by itself, also not for 429, 502, 503 and 504, which a
 * person can try again. 204 is the server's way to say that there is nothing more. Parameters of
 * the type are tolerated and ignored. We ask for no compression, so a compressed answer is refused
 * as a type that we cannot read.
 */
export function decideAnswer(head: AnswerHead): AnswerDecision {
  if (head.status === 204) return { kind: 'ended' }
  if (head.status !== 200) {
    return { kind: 'refused', reason: { kind: 'status', status: head.status } }
  }
  const contentType = head.contentType ?? ''
  const [essence = ''] = contentType.split(';', 1)
  if (essence.trim().toLowerCase() !== 'text/event-stream') return refusedType(contentType)
  const encoding = head.contentEncoding?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== '') return refusedType(`${contentType}, ${encoding}`)
  return { kind: 'stream' }
}

function refusedType(contentType: string): AnswerDecision {
  return {
    kind: 'refused',
    reason: { kind: 'type', contentType: contentType.slice(0, MAX_SHOWN_TYPE) },
  }
}
