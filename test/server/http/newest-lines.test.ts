import { describe, expect, it } from 'vitest'
import { newestFrom, newestOf } from '../../../src/server/http/newest-lines.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { MAX_NEWEST_BYTES } from '../../../src/shared/protocol.ts'

const n = lineNumber
const line = (text: string) => ({ text, bytes: text.length, cut: false })
const window = (from: number, texts: readonly string[]) => ({
  from: n(from),
  lines: texts.map(line),
  first: n(0),
  end: n(from + texts.length),
})

describe('newestFrom', () => {
  it('begins after what was told before', () => {
    expect(newestFrom(n(10), n(0), n(20))).toBe(10)
  })

  it('asks for no more than one message holds', () => {
    expect(newestFrom(n(10), n(0), n(2000))).toBe(1500)
  })

  it('asks for nothing that is gone, and for nothing beyond the end', () => {
    expect(newestFrom(n(10), n(15), n(20))).toBe(15)
    expect(newestFrom(n(30), n(0), n(20))).toBe(20)
  })
})

describe('newestOf', () => {
  it('keeps a window that fits as it is', () => {
    const whole = window(5, ['a', 'b'])
    expect(newestOf(whole, n(7))).toEqual({ from: 5, lines: whole.lines })
  })

  it('keeps the last lines when they are too long together', () => {
    const third = 'x'.repeat(Math.floor(MAX_NEWEST_BYTES / 3))
    const newest = newestOf(window(0, [third, third, third, third]), n(4))
    expect(newest).toMatchObject({ from: 1 })
    expect(newest?.lines).toHaveLength(3)
  })

  it('counts bytes, not characters', () => {
    const third = 'é'.repeat(Math.floor(MAX_NEWEST_BYTES / 3))
    expect(newestOf(window(0, [third, third]), n(2))?.lines).toHaveLength(1)
  })

  it('is nothing when the window does not reach the end', () => {
    expect(newestOf(window(0, ['a', 'b']), n(3))).toBeNull()
  })
})
