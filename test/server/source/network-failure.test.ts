import { describe, expect, it } from 'vitest'
import { networkFailure } from '../../../src/server/source/network-failure.ts'

const error = (code: string, message = `read ${code}`) =>
  Object.assign(new Error(message), { code })

describe('networkFailure', () => {
  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'EPROTO',
  ])('names TLS for %s and does not try again', (code) => {
    const failure = networkFailure(error(code), 'answer')
    expect(failure.again).toBe(false)
    expect(failure.reason).toMatchObject({ kind: 'network', detail: expect.stringMatching(/^TLS/) })
    expect(JSON.stringify(failure)).toContain(code)
  })

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH'])(
    'tries again after %s',
    (code) => {
      expect(networkFailure(error(code), 'answer')).toEqual({
        reason: { kind: 'network', detail: `read ${code}` },
        again: true,
      })
    },
  )

  it('gives up on an answer that is not HTTP, but not on a stream that breaks', () => {
    expect(networkFailure(error('HPE_HEADER_OVERFLOW'), 'answer').again).toBe(false)
    expect(networkFailure(error('HPE_INVALID_CHUNK_SIZE'), 'body').again).toBe(true)
  })

  it('takes anything thrown and keeps it short', () => {
    expect(networkFailure('text', 'body').reason).toEqual({ kind: 'network', detail: 'text' })
    const { reason } = networkFailure(new Error('x'.repeat(10_000)), 'body')
    expect(JSON.stringify(reason).length).toBeLessThan(400)
  })
})
