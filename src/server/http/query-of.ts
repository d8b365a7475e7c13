/**
 * The query of a request target. Each parameter is asked for by its name and is text: there are no
 * arrays, no objects and no keys that could reach a prototype; of doubles the first one counts, and
 * broken %-escapes stay as they are.
 */
export function queryOf(request: { readonly url: string }): URLSearchParams {
  const start = request.url.indexOf('?')
  return new URLSearchParams(start === -1 ? '' : request.url.slice(start + 1))
}
