import { describe, expect, it } from 'vitest'
import { byteOffset } from '../../src/shared/byte-offset.ts'
import { decodeCursor, encodeCursor } from '../../src/shared/cursor.ts'

describe('a cursor', () => {
  it('comes back from its text', () => {
    const cursor = { generation: '5xv9c.9.6c89pt.0', offset: byteOffset(2 ** 40) }
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
  })

  it.each([
    '',
    '-',
    'a-',
    '-1',
    'a-1-2',
    'a-x',
    'a--1',
    'a-1.5',
    'a b-1',
    'a-99999999999999999',
    `${'a'.repeat(101)}-1`,
  ])('is not read from %j', (text) => {
    expect(decodeCursor(text)).toBeNull()
  })
})
