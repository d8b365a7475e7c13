import { describe, expect, it } from 'vitest'
import { recentName } from '../../../../src/renderer/ui/sources/recent-name.ts'

describe('the name of a recent one', () => {
  it.each([
    ['/var/log/app.log', 'app.log', '/var/log'],
    ['C:\\logs\\app.log', 'app.log', 'C:\\logs'],
    ['/app.log', 'app.log', ''],
  ])('of the file %s is its base name beside its folder', (target, name, place) => {
    expect(recentName({ kind: 'file', target })).toEqual({ whole: target, name, place })
  })

  it('of a stream is its host beside the rest of its address, without the token', () => {
    const target = 'http://far:8000/stream-logs?log=app&token=secret'
    expect(recentName({ kind: 'remote', target })).toEqual({
      whole: 'http://far:8000/stream-logs?log=app',
      name: 'far:8000',
      place: '/stream-logs?log=app',
    })
  })

  it('of an address that is none is that address', () => {
    const name = { whole: 'far', name: 'far', place: '' }
    expect(recentName({ kind: 'remote', target: 'far' })).toEqual(name)
  })
})
