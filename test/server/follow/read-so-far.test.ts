import { describe, expect, it } from 'vitest'
import { HEAD_BYTES } from '../../../src/server/follow/file-change.ts'
import { finishLast, type ReadSoFar, takeBytes } from '../../../src/server/follow/read-so-far.ts'

const NOTHING: ReadSoFar = {
  head: new Uint8Array(0),
  size: 0,
  finished: 0,
  flushed: false,
  encoding: null,
}

/** What is known after these reads, and what of each of them was taken. */
function read(...pieces: readonly Uint8Array[]) {
  let state = NOTHING
  const taken = pieces.map((piece) => {
    const { after, bytes } = takeBytes(state, piece)
    state = after
    return bytes && Buffer.from(bytes).toString('latin1')
  })
  return { state, taken }
}

const text = (content: string) => Buffer.from(content, 'latin1')

describe('what is known of a file after a read', () => {
  it('is how far it goes, where its last line ends and what it begins with', () => {
    const { state, taken } = read(text('one\ntw'), text('o\nthr'), text('ee'))
    expect(taken).toEqual(['one\ntw', 'o\nthr', 'ee'])
    expect(state).toEqual({
      head: new Uint8Array(text('one\ntwo\nthree')),
      size: 13,
      finished: 8,
      flushed: false,
      encoding: 'utf-8',
    })
  })

  it('leaves what was known before as it was, and owns its bytes', () => {
    const buffer = text('one\n')
    const { after, bytes } = takeBytes(NOTHING, buffer)
    buffer.fill(0)
    expect(Buffer.from(bytes ?? []).toString()).toBe('one\n')
    expect(Buffer.from(after.head).toString()).toBe('one\n')
    expect(NOTHING.size).toBe(0)
  })

  it('waits for the other half of a byte order mark', () => {
    const { state, taken } = read(text('\xff'), text('\xff\xfea\0'))
    expect(taken).toEqual([null, '\xff\xfea\0'])
    expect(state).toMatchObject({ size: 4, finished: 0, encoding: 'utf-16le' })
  })

  it('waits for the other half of a character of two bytes', () => {
    const { state, taken } = read(text('\xfe\xff\0a\0'), text('\0'), text('\0\n\0'))
    expect(taken).toEqual(['\xfe\xff\0a', null, '\0\n'])
    expect(state).toMatchObject({ size: 6, finished: 6, encoding: 'utf-16be' })
  })

  it('keeps no more of its beginning than a look compares', () => {
    const { state } = read(Buffer.alloc(HEAD_BYTES - 1, 'a'), text('bcd'), text('e'))
    expect(state.head).toHaveLength(HEAD_BYTES)
    expect(state.head.at(-1)).toBe('b'.charCodeAt(0))
    expect(state.size).toBe(HEAD_BYTES + 3)
  })

  it('has a beginning only where that was read: not behind what a truncation kept', () => {
    const kept = { ...NOTHING, size: 2000, finished: 2000 }
    expect(takeBytes(kept, text('more\n')).after).toMatchObject({ size: 2005, finished: 2005 })
    expect(takeBytes(kept, text('more\n')).after.head).toHaveLength(0)
  })
})

describe('the end of a file that nobody writes to any more', () => {
  it('ends its last line', () => {
    const { state } = read(text('one\ntwo'))
    expect(finishLast(state)).toEqual({ ...state, finished: 7, flushed: true })
    expect(finishLast(finishLast(state))).toEqual(finishLast(state))
  })

  it('is no line where there is nothing, or a byte order mark alone', () => {
    const { state: whole } = read(text('one\n'))
    expect(finishLast(whole)).toBe(whole)
    expect(finishLast(NOTHING)).toBe(NOTHING)
    const { state: marked } = read(text('\xef\xbb\xbf'))
    expect(finishLast(marked)).toBe(marked)
  })
})
