/** A stream's address as it may be shown and kept: the value of `token` is a secret. */
export function withoutToken(url: string): string {
  return url.replace(/\?[^#]*/, (query) => {
    const kept = query
      .slice(1)
      .split('&')
      .filter((part) => !part.startsWith('token='))
    return kept.length === 0 ? '' : `?${kept.join('&')}`
  })
}
