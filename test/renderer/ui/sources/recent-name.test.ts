import { describe, expect, it } from 'vitest'
import { recentName } from '../../../../src/renderer/ui/sources/recent-name.ts'

describe('the name of a recent one', () => {
  it.each([
    ['/var/log/app.log', { name: 'app.log', place: '/var/log' }],
    ['C:\\logs\\app.log', { name: 'app.log', place: 'C:\\logs' }],
    ['/app.log', { name: 'app.log', place: '' }],
  ])('of the file %s is its base name beside its folder', (target, name) => {
    expect(recentName({ kind: 'file', target })).toEqual(name)
  })

  it('of a stream is its address without the token', () => {
    const target = 'http://far:8000/stream-logs?token=secret'
    expect(recentName({ kind: 'remote', target })).toEqual({
      name: 'http://far:8000/stream-logs',
      place: '',
    })
  })
})
