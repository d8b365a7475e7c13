import { describe, expect, it } from 'vitest'
import { createHotTail } from '../../../src/server/follow/hot-tail.ts'

const bytes = (text: string) => Buffer.from(text)

describe('the newest bytes', () => {
  it('are given back from any offset, within one piece', () => {
    const hot = createHotTail()
    hot.append(10, bytes('abc'))
    hot.append(13, bytes('def'))
    expect(hot.read(11, 10)?.toString()).toBe('bc')
    expect(hot.read(13, 2)?.toString()).toBe('de')
    expect(hot.read(9, 1)).toBeNull()
    expect(hot.read(16, 1)).toBeNull()
    expect([hot.from, hot.to]).toEqual([10, 16])
  })

  it('are given back together, as far as they reach', () => {
    const hot = createHotTail()
    hot.append(10, bytes('abc'))
    hot.append(13, bytes('def'))
    expect(Buffer.from(hot.readAll(11, 4)).toString()).toBe('bcde')
    expect(Buffer.from(hot.readAll(14, 10)).toString()).toBe('ef')
    expect(hot.readAll(9, 4)).toHaveLength(0)
    expect(hot.readAll(10, 0)).toHaveLength(0)
  })

  it('push the oldest pieces out at the bound, and at least the bound stays', () => {
    const hot = createHotTail(10)
    for (let at = 0; at < 100; at += 4) hot.append(at, bytes('1234'))
    expect(hot.to).toBe(100)
    expect(hot.to - hot.from).toBe(12)
  })

  it('are forgotten when the offsets jump', () => {
    const hot = createHotTail()
    hot.append(0, bytes('abc'))
    hot.append(50, bytes('x'))
    expect([hot.from, hot.to]).toEqual([50, 51])
    expect(hot.read(0, 3)).toBeNull()
  })
})
