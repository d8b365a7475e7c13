/** The name of a remote log on the screen: host and path, never the query, which can hold secrets. */
export function remoteName(url: URL): string {
  return url.pathname === '/' ? url.host : `${url.host}${url.pathname}`
}
