/**
 * Whether `address` belongs to the server at `origin`. Both are parsed: a comparison of beginnings
 * would take `http://127.0.0.1:8000.evil.example/` for `http://127.0.0.1:8000`.
 */
export function isOwnAddress(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin
}
