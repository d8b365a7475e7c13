import type { ApiErrorCode } from '../../shared/protocol.ts'
import type { InvalidQuery } from '../../shared/query.ts'

/** The status that goes with each refusal, unless a handler knows a more exact one. */
const STATUS: Readonly<Record<ApiErrorCode, number>> = {
  unauthorized: 401,
  'forbidden-host': 403,
  'forbidden-origin': 403,
  'not-found': 404,
  'bad-request': 400,
  'method-not-allowed': 405,
  'too-large': 413,
  'too-many': 503,
  'url-invalid': 400,
  'url-scheme': 400,
  'url-credentials': 400,
  'url-self': 400,
  'query-invalid': 400,
  'not-available': 409,
  internal: 500,
}

/** What an answer says beside the code and the sentence of its refusal. */
export interface FailureFacts {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Where a query has its mistake. */
  readonly query?: InvalidQuery
}

/**
 * A request that is refused: thrown by any handler, answered by the one error handler of the app.
 * `message` is a fixed sentence for a person; it never repeats what the client sent.
 */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly code: ApiErrorCode
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly query: InvalidQuery | null

  constructor(code: ApiErrorCode, detail: string, facts: FailureFacts = {}) {
    super(detail)
    this.code = code
    this.status = facts.status ?? STATUS[code]
    this.headers = facts.headers ?? {}
    this.query = facts.query ?? null
  }
}
