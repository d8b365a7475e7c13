import type { ApiErrorCode } from '../../shared/protocol.ts'

/** What a person typed into "Connect", understood or refused with the reason that the page says. */
export type ParsedRemoteUrl =
  | {
      readonly kind: 'ok'
      /** The stream's address, without token and fragment: fit to be shown, stored and compared. */
      readonly url: URL
      /** Value of the `Authorization` header for the address's own origin; null when none was typed. */
      readonly authorization: string | null
    }
  | {
      readonly kind: 'refused'
      readonly error: Extract<ApiErrorCode, 'url-invalid' | 'url-scheme' | 'url-credentials'>
    }

/** In UTF-16 units; the bound of `openRequest`, and what common servers take as a request line. */
export const MAX_URL_LENGTH = 8192

/** Path of the line stream of every Rastro server, also behind a proxy that puts it under a prefix. */
const RASTRO_STREAM_PATH = '/stream-logs'

/**
 * Lines of history asked from a Rastro server when the address names no `tail`: some screens of
 * context. Left alone the server would send 10, and `all` could be the whole of a huge log.
 */
const RASTRO_TAIL = '1000'

/** Words that are schemes even when digits follow the colon; others are read as `host:port` then. */
const OTHER_SCHEMES: ReadonlySet<string> = new Set([
  'about',
  'app',
  'blob',
  'chrome',
  'data',
  'file',
  'ftp',
  'javascript',
  'mailto',
  'tel',
  'vbscript',
  'view-source',
  'ws',
  'wss',
])

/**
 * Reads an address as a person types it: blanks around it go, a missing scheme means `http`, a
 * Rastro root address means its stream, and the `?token=` that `rastro serve` prints becomes a
 * header and leaves the address. Pure; never throws.
 */
export function parseRemoteUrl(text: string): ParsedRemoteUrl {
  if (text.length > MAX_URL_LENGTH) return refused('url-invalid')
  const address = withScheme(text.trim())
  if (address.kind === 'refused') return address
  const url = URL.parse(address.text)
  if (url === null || url.hostname === '') return refused('url-invalid')
  if (url.username !== '' || url.password !== '') return refused('url-credentials')
  url.hash = ''
  // The URL parser escapes what is typed, which can make three characters of one.
  if (url.href.length > MAX_URL_LENGTH) return refused('url-invalid')
  if (!isRastroAddress(url)) return { kind: 'ok', url, authorization: null }
  return rastroStream(url)
}

/** Whether `url` names the line stream of a Rastro server, as far as an address can tell. */
export function isRastroStream(url: URL): boolean {
  return url.pathname.endsWith(RASTRO_STREAM_PATH)
}

function isRastroAddress(url: URL): boolean {
  return url.pathname === '/' || isRastroStream(url)
}

function rastroStream(url: URL): ParsedRemoteUrl {
  if (url.pathname === '/') url.pathname = RASTRO_STREAM_PATH
  const token = url.searchParams.get('token')
  url.searchParams.delete('token')
  if (!url.searchParams.has('tail')) url.searchParams.set('tail', RASTRO_TAIL)
  if (token === null || token === '') return { kind: 'ok', url, authorization: null }
  // It becomes a header: only visible ASCII may stand there.
  if (!/^[\x21-\x7e]+$/.test(token)) return refused('url-invalid')
  return { kind: 'ok', url, authorization: `Bearer ${token}` }
}

type Address =
  | { readonly kind: 'address'; readonly text: string }
  | Extract<ParsedRemoteUrl, { kind: 'refused' }>

function withScheme(text: string): Address {
  // The URL parser drops tabs and line breaks silently: what is shown would not be what was typed.
  if (text === '' || hasControlCharacter(text)) return refused('url-invalid')
  if (/^https?:\/\//i.test(text)) return { kind: 'address', text }
  const [, word, rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(text) ?? []
  if (word === undefined) return bareAddress(text)
  if (OTHER_SCHEMES.has(word.toLowerCase())) return refused('url-scheme')
  if (/^https?$/i.test(word)) return refused('url-invalid')
  if (/^\d{1,5}(?:[/?#]|$)/.test(rest)) return bareAddress(text)
  if (!rest.startsWith('/') && /^[^/?#]*@/.test(rest)) return refused('url-credentials')
  return refused('url-scheme')
}

function bareAddress(text: string): Address {
  if (text.startsWith('//')) return { kind: 'address', text: `http:${text}` }
  // The URL parser skips surplus slashes: `/path` would become a host.
  if (/^[/\\]/.test(text)) return refused('url-invalid')
  return { kind: 'address', text: `http://${text}` }
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true
  }
  return false
}

function refused(error: Extract<ParsedRemoteUrl, { kind: 'refused' }>['error']) {
  return { kind: 'refused', error } as const
}
