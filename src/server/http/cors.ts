import type { Response } from 'express'

/** How long a browser may remember a preflight, in seconds; Chromium keeps none longer than 7 200. */
const PREFLIGHT_MAX_AGE_S = 600

/** Lets one origin, which was found allowed, read this answer with its user's credentials. */
export function allowOrigin(response: Response, origin: string): void {
  response.set({
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
}

/** Answers a preflight of an allowed origin; it carries no token, and opens nothing. */
export function answerPreflight(response: Response, origin: string): void {
  allowOrigin(response, origin)
  response
    .status(204)
    .set({
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PATCH, DELETE',
      'Access-Control-Allow-Headers': 'Authorization, Last-Event-ID, Cache-Control, Content-Type',
      'Access-Control-Max-Age': String(PREFLIGHT_MAX_AGE_S),
    })
    .end()
}
