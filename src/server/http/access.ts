import type { Request, RequestHandler, Response } from 'express'
import { ApiFailure } from './api-failure.ts'
import { allowOrigin, answerPreflight } from './cors.ts'
import type { GuessLimit } from './guess-limit.ts'
import { judgeRequest } from './judge-request.ts'
import type { OwnNames } from './own-names.ts'
import { pathOf } from './page-path.ts'
import type { Presented, TokenCookie } from './present-token.ts'
import { queryOf } from './query-of.ts'
import { requestFacts } from './request-facts.ts'

/** The door's keys; null when the server was started without a token. */
export interface Lock {
  readonly check: (request: Request) => Presented
  readonly cookie: TokenCookie
  readonly guesses: GuessLimit
}

/** Who may come in. */
export interface AccessOptions {
  readonly own: OwnNames
  readonly lock: Lock | null
  readonly shutdown: AbortSignal
}

/** Says only that the server is there: probes of machines have no token. */
const HEALTH_PATH = '/healthz'

/** The door of the server, before any route and any file: names first, then the token. */
export function access(options: AccessOptions): RequestHandler {
  return async (request, response, next) => {
    const judgement = judgeRequest(requestFacts(request), options.own)
    switch (judgement.kind) {
      case 'refused':
        throw new ApiFailure(judgement.code, judgement.detail, { status: judgement.status })
      case 'preflight':
        answerPreflight(response, judgement.origin)
        return
      case 'admitted':
        if (judgement.origin !== null) allowOrigin(response, judgement.origin)
    }
    const { lock } = options
    if (lock === null || pathOf(request.url) === HEALTH_PATH) next()
    else if (await passes(lock, request, response, options.shutdown)) next()
  }
}

/** Whether the request may go on; false when it was answered here. Throws when it is refused. */
async function passes(
  lock: Lock,
  request: Request,
  response: Response,
  shutdown: AbortSignal,
): Promise<boolean> {
  const presented = lock.check(request)
  switch (presented.kind) {
    case 'right':
      return true
    case 'right-in-address':
      response.cookie(lock.cookie.name, lock.cookie.value, {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
      })
      response.redirect(303, withoutToken(request.url))
      return false
    case 'none':
      throw unauthorized()
    case 'wrong': {
      const answer = await lock.guesses.wrong(request.socket.remoteAddress ?? '', shutdown)
      if (answer === 'unauthorized') throw unauthorized()
      throw new ApiFailure('too-many', 'Too many wrong tokens: wait a moment.', {
        status: 429,
        headers: { 'Retry-After': '5' },
      })
    }
  }
}

function unauthorized(): ApiFailure {
  return new ApiFailure(
    'unauthorized',
    'This server needs its token: open the address that it printed, with the token in it.',
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  )
}

function withoutToken(target: string): string {
  const query = queryOf({ url: target })
  query.delete('token')
  const rest = query.toString()
  return rest === '' ? pathOf(target) : `${pathOf(target)}?${rest}`
}
