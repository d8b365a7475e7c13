import type { RequestHandler } from 'express'
import { ApiFailure } from './api-failure.ts'

/** The end of a route: every method that it does not have is answered 405 with those it has. */
export function onlyMethods(...methods: readonly string[]): RequestHandler {
  const allow = methods.join(', ')
  return () => {
    throw new ApiFailure('method-not-allowed', `This address knows only ${allow}.`, {
      headers: { Allow: allow },
    })
  }
}
