import { secretsOf, withBlankSecrets } from '../../../shared/address-secret.ts'
import type { LogState } from '../../../shared/protocol.ts'

/** The address of every Rastro server's line stream, whose `token` the server takes out of it. */
const RASTRO_STREAM = /^[^?#]*\/stream-logs(?:[?#]|$)/

/** What a stream is waiting for: a token that was not kept, or another one than it was refused with. */
export interface AwaitedSecret {
  /** Its address with a blank where the secret stands. */
  readonly address: string
  /** The query value to be given; null when the whole address has to be. */
  readonly parameter: string | null
}

/** The secret that this log needs to be connected; null when it needs none, or nobody can tell. */
export function awaitedSecret({
  origin,
  phase,
}: Pick<LogState, 'origin' | 'phase'>): AwaitedSecret | null {
  if (origin.kind !== 'remote' || phase.kind !== 'refused') return null
  const { reason } = phase
  const address = withBlankSecrets(origin.url)
  if (reason.kind === 'secret') return { address, parameter: reason.parameter }
  if (reason.kind !== 'status' || (reason.status !== 401 && reason.status !== 403)) return null
  if (RASTRO_STREAM.test(address)) return { address, parameter: 'token' }
  const [parameter = null, ...others] = secretsOf(origin.url)
  return { address, parameter: others.length === 0 ? parameter : null }
}
