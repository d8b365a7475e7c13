/** A stream's address as it may be shown and kept: the value of `token` is a secret. */
export function withoutToken(url: string): string {
  return url.replace(/([?&])token=[^&#]*(&?)/g, (_match, before: string, after: string) =>
    after === '' ? '' : before,
  )
}
