const EXAMPLE_PAGE = /^\/examples\/[a-z0-9_-]+\.html$/

/**
 * Whether a path is that of an HTML page. Pages are what people open: they alone may be reached by a
 * link from elsewhere, take a token from the address, and answer refusals as text for reading.
 */
export function isPagePath(path: string): boolean {
  return path === '/' || EXAMPLE_PAGE.test(path)
}

/** The path of a request target: what stands before the query. */
export function pathOf(target: string): string {
  const query = target.indexOf('?')
  return query === -1 ? target : target.slice(0, query)
}
