import { describe, expect, it } from 'vitest'
import {
  CHUNK_ROWS,
  createRowCache,
  MAX_CACHED_CHARACTERS,
  MAX_CHUNKS,
} from '../../../src/renderer/data/row-cache.ts'
import type { Row } from '../../../src/renderer/data/row-source.ts'

function texts(from: number, count: number, text = (line: number) => `line ${line}`): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    line: from + i,
    text: text(from + i),
    bytes: 1,
    cut: false,
  }))
}

describe('the cache of lines', () => {
  it('gives back what was put, across chunks', () => {
    const cache = createRowCache()
    cache.put(200, texts(200, 400))
    for (const line of [200, 255, 256, 511, 512, 599]) {
      expect(cache.peek(line)?.text).toBe(`line ${line}`)
    }
    expect(cache.peek(199)).toBeUndefined()
    expect(cache.peek(600)).toBeUndefined()
  })

  it('does not grow with the log', () => {
    const cache = createRowCache()
    for (let line = 0; line < 1_000_000; line += CHUNK_ROWS) cache.put(line, texts(line, 1))
    expect(cache.chunks).toBe(MAX_CHUNKS)
    expect(cache.peek(0)).toBeUndefined()
  })

  it('keeps less of very long lines', () => {
    const cache = createRowCache()
    const long = 'x'.repeat(MAX_CACHED_CHARACTERS / 8)
    for (let chunk = 0; chunk < 20; chunk += 1) {
      cache.put(
        chunk * CHUNK_ROWS,
        texts(0, 1, () => long),
      )
    }
    expect(cache.chunks).toBeLessThanOrEqual(8)
    expect(cache.peek(19 * CHUNK_ROWS)).toBeDefined()
  })

  it('never forgets what is on the screen', () => {
    const cache = createRowCache()
    cache.put(0, texts(0, 50))
    cache.pin(0, 50)
    for (let chunk = 1; chunk < 500; chunk += 1) cache.put(chunk * CHUNK_ROWS, texts(0, 1))
    expect(cache.peek(49)?.text).toBe('line 49')
  })

  it('shows what expired until it is put again', () => {
    const cache = createRowCache()
    cache.put(0, texts(0, 3))
    cache.expire()
    expect(cache.peek(1)?.text).toBe('line 1')
    expect(cache.isFresh(1)).toBe(false)
    cache.put(
      1,
      texts(1, 1, () => 'new'),
    )
    expect(cache.peek(1)?.text).toBe('new')
    expect([0, 1, 2].map((line) => cache.isFresh(line))).toEqual([false, true, false])
  })

  it('counts characters right however often it expired', () => {
    const cache = createRowCache()
    const long = 'x'.repeat(MAX_CACHED_CHARACTERS / 4)
    for (let round = 0; round < 20; round += 1) {
      cache.put(
        0,
        texts(0, 1, () => long),
      )
      cache.put(
        CHUNK_ROWS,
        texts(0, 1, () => long),
      )
      cache.expire()
    }
    expect(cache.chunks).toBe(2)
  })

  it('drops whole chunks before a line', () => {
    const cache = createRowCache()
    cache.put(0, texts(0, 600))
    cache.dropBefore(300)
    expect(cache.peek(255)).toBeUndefined()
    expect(cache.peek(299)).toBeDefined()
  })
})
