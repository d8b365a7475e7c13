import { describe, expect, it } from 'vitest'
import { decideAnswer } from '../../../src/server/source/decide-answer.ts'

const head = (status: number, contentType?: string, contentEncoding?: string) =>
  decideAnswer({ status, contentType, contentEncoding })

describe('decideAnswer', () => {
  it.each([
    'text/event-stream',
    'Text/Event-Stream',
    'text/event-stream;',
    'text/event-stream; charset=utf-8',
    'text/event-stream;charset=windows-1251',
    ' text/event-stream ;x=bogus',
  ])('reads 200 with %j', (type) => {
    expect(head(200, type)).toEqual({ kind: 'stream' })
  })

  it.each([
    'text/event-stream_bogus',
    'text/event-stream bogus',
    'text/x-bogus',
    'text/html; text/event-stream',
    'application/json',
    '',
    undefined,
  ])('refuses 200 with %j for good', (type) => {
    expect(head(200, type)).toEqual({
      kind: 'refused',
      reason: { kind: 'type', contentType: type ?? '' },
    })
  })

  it('is done for good at 204, whatever its type', () => {
    expect(head(204)).toEqual({ kind: 'ended' })
    expect(head(204, 'text/event-stream')).toEqual({ kind: 'ended' })
  })

  it.each([205, 206, 210, 299, 300, 304, 400, 401, 404, 410, 429, 500, 502, 503, 504])(
    'refuses %i for good, also with the right type',
    (status) => {
      expect(head(status, 'text/event-stream')).toEqual({
        kind: 'refused',
        reason: { kind: 'status', status },
      })
    },
  )

  it('refuses a compressed answer, which it did not ask for', () => {
    expect(head(200, 'text/event-stream', 'gzip')).toMatchObject({ kind: 'refused' })
    expect(head(200, 'text/event-stream', 'identity')).toEqual({ kind: 'stream' })
  })

  it('keeps a hostile type short', () => {
    const decision = head(200, 'x'.repeat(60_000))
    expect(JSON.stringify(decision).length).toBeLessThan(400)
  })
})
