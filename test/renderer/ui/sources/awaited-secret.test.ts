import { describe, expect, it } from 'vitest'
import { awaitedSecret } from '../../../../src/renderer/ui/sources/awaited-secret.ts'
import type { LogPhase } from '../../../../src/shared/protocol.ts'
import type { RemoteFailure } from '../../../../src/shared/remote-failure.ts'

const remote = (url: string, reason: RemoteFailure) => ({
  origin: { kind: 'remote', url } as const,
  phase: { kind: 'refused', reason } as const,
})
const REFUSED: RemoteFailure = { kind: 'status', status: 401 }

describe('the secret that a log is waiting for', () => {
  it('is the one that was not kept', () => {
    const url = 'http://host/events?key='
    expect(awaitedSecret(remote(url, { kind: 'secret', parameter: 'key' }))).toEqual({
      address: url,
      parameter: 'key',
    })
    expect(awaitedSecret(remote(url, { kind: 'secret', parameter: null }))?.parameter).toBeNull()
  })

  it('is another one when the stream refused the one it was given', () => {
    expect(awaitedSecret(remote('http://host/stream-logs?tail=1', REFUSED))?.parameter).toBe(
      'token',
    )
    expect(awaitedSecret(remote('http://host/events?key=old&a=1', REFUSED))).toEqual({
      address: 'http://host/events?key=&a=1',
      parameter: 'key',
    })
    // Nobody knows how this one takes its secret: the whole address is asked for.
    expect(awaitedSecret(remote('http://host/events', REFUSED))?.parameter).toBeNull()
  })

  it('is none for other reasons, other states and other logs', () => {
    const url = 'http://host/events'
    expect(awaitedSecret(remote(url, { kind: 'status', status: 404 }))).toBeNull()
    const live: LogPhase = { kind: 'live' }
    expect(awaitedSecret({ origin: { kind: 'remote', url }, phase: live })).toBeNull()
    const following: LogPhase = { kind: 'following' }
    expect(awaitedSecret({ origin: { kind: 'file', path: '/a' }, phase: following })).toBeNull()
  })
})
