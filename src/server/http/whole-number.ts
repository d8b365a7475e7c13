import { ApiFailure } from './api-failure.ts'

/** A parameter that must be there and be a whole number from 0 to 2^53-1; refuses others with 400. */
export function wholeNumber(query: URLSearchParams, name: string): number {
  const text = query.get(name)
  const value = text !== null && /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(value)) return value
  throw new ApiFailure('bad-request', `The parameter \`${name}\` must be a whole number from 0.`)
}
