import { describe, expect, it } from 'vitest'
import { formatSize } from '../../bench/format-size.ts'
import { parseSize } from '../../bench/parse-size.ts'

describe('parseSize', () => {
  it.each([
    ['100MiB', 104_857_600],
    ['1GiB', 1_073_741_824],
    ['10 GiB', 10_737_418_240],
    ['1.5KiB', 1536],
    ['500MB', 500_000_000],
    ['7B', 7],
  ])('reads %s', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes)
  })

  it.each(['', 'much', '1', '-1GiB', '0MiB', '1gib', '1GiBs', '1e3MiB', 'GiB', '9999999999TiB'])(
    'takes %j for no size',
    (text) => {
      expect(parseSize(text)).toBeNull()
    },
  )

  it('reads what formatSize writes', () => {
    for (const bytes of [1024, 52_428_800, 2 ** 30, 10 * 2 ** 30]) {
      expect(parseSize(formatSize(bytes))).toBe(bytes)
    }
  })
})
