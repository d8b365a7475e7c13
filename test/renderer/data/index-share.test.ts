import { describe, expect, it } from 'vitest'
import { expectedLines, indexShare } from '../../../src/renderer/data/index-share.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'

const GIB = 1024 ** 3

describe('indexShare', () => {
  it('is what the index covers, in whole hundredths', () => {
    expect(indexShare({ bytes: 10 * GIB, indexed: 4.377 * GIB })).toBe(0.43)
    expect(indexShare({ bytes: 10 * GIB, indexed: 0 })).toBe(0)
  })

  it('is never all while something is missing', () => {
    expect(indexShare({ bytes: 10 * GIB, indexed: 9.99 * GIB })).toBe(0.99)
  })

  it('is nothing once the index is there, or as good as there', () => {
    expect(indexShare({ bytes: 10 * GIB, indexed: 10 * GIB })).toBeNull()
    expect(indexShare({ bytes: 10 * GIB, indexed: 10 * GIB - 1000 })).toBeNull()
    expect(indexShare({ bytes: 0, indexed: 0 })).toBeNull()
  })
})

describe('expectedLines', () => {
  it('goes on as the indexed part began', () => {
    const found = { first: lineNumber(100), end: lineNumber(1100), bytes: 8000, indexed: 2000 }
    expect(expectedLines(found)).toBe(4000)
  })

  it('is not known before anything is indexed', () => {
    const found = { first: lineNumber(0), end: lineNumber(0), bytes: 8000, indexed: 0 }
    expect(expectedLines(found)).toBeNull()
  })
})
