import type { RemoteFailure } from '../../shared/remote-failure.ts'
import { errorCode } from '../error-code.ts'

/** A failed request or a broken stream: the reason for the user, and whether time can heal it. */
export interface NetworkFailure {
  readonly reason: RemoteFailure
  readonly again: boolean
}

/** A reason is one line on the screen, in UTF-16 units. */
const MAX_DETAIL = 300

/** How OpenSSL and Node name certificates that they do not trust. */
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(?:GET|VERIFY|DECRYPT)|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE))/

/** How they name a peer that speaks no TLS, or none that we speak. */
const HANDSHAKE = /^(?:EPROTO|ERR_SSL_)/

/**
 * Says what an error of a request means. "If res is a network error, then reestablish the
 * connection, unless the user agent knows that to be futile" (HTML 9.2.2): it is futile for an
 * untrusted certificate, and for a peer whose answer begins as something else than HTTP.
 */
export function networkFailure(error: unknown, stage: 'answer' | 'body'): NetworkFailure {
  const code = errorCode(error) ?? ''
  const message = error instanceof Error ? error.message : String(error)
  if (CERTIFICATE.test(code)) return failure(`TLS certificate: ${message} (${code})`, false)
  if (HANDSHAKE.test(code)) return failure(`TLS: ${code}`, false)
  if (code.startsWith('HPE_')) {
    return failure(`Not valid HTTP: ${message} (${code})`, stage === 'body')
  }
  return failure(code === '' || message.includes(code) ? message : `${message} (${code})`, true)
}

function failure(detail: string, again: boolean): NetworkFailure {
  return { reason: { kind: 'network', detail: detail.slice(0, MAX_DETAIL) }, again }
}
