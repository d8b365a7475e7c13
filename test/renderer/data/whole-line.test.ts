import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  failed,
  MAX_SHOWN_CHARACTERS,
  NOTHING_LOADED,
  nextPart,
  type WholeLine,
  withPart,
} from '../../../src/renderer/data/whole-line.ts'

const MIB = 1024 * 1024
const part = (text: string, from: number, bytes: number) => ({
  text,
  from,
  to: from + text.length,
  bytes,
})

/** Loads a line of ASCII as the server would serve it; the parts may be shorter than asked for. */
function load(line: string, cut: (asked: number) => number = (asked) => asked): WholeLine {
  let loaded = NOTHING_LOADED
  for (let next = nextPart(loaded); next !== null; next = nextPart(loaded)) {
    const text = line.slice(next.from, next.from + cut(next.bytes))
    loaded = withPart(loaded, part(text, next.from, line.length))
  }
  return loaded
}

describe('a line that is loaded in pieces', () => {
  it('begins with a small piece and goes on with larger ones', () => {
    const first = nextPart(NOTHING_LOADED)
    expect(first?.from).toBe(0)
    const begun = withPart(NOTHING_LOADED, part('x'.repeat(first?.bytes ?? 0), 0, MIB))
    const second = nextPart(begun)
    expect(second?.from).toBe(first?.bytes)
    expect(second?.bytes).toBeGreaterThan(first?.bytes ?? 0)
  })

  it('is whole in the end, however the server cuts it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 50 })),
        (line, sizes) => {
          const loaded = load(line, () => sizes.next().value ?? 1)
          expect(loaded.pieces.join('') + loaded.held).toBe(line)
          expect(loaded).toMatchObject({
            loaded: line.length,
            bytes: line.length,
            loading: { kind: 'whole' },
          })
        },
      ),
    )
  })

  it('is never cut within a change of colours', () => {
    const line = `${'plain \u001b[1;31mred\u001b[0m '.repeat(40)}\u001b[`
    for (let size = 1; size < 60; size += 1) {
      const { pieces } = load(line, () => size)
      expect(pieces.join('')).toBe(line)
      for (const piece of pieces.slice(0, -1)) {
        const last = piece.slice(piece.lastIndexOf('\u001b'))
        expect(last.startsWith('\u001b')).toBe(piece.includes('\u001b'))
        if (last.startsWith('\u001b')) expect(last).toContain('m')
      }
    }
  })

  it('ends soon after what the page shows at most', () => {
    const loaded = load('x'.repeat(9 * MIB))
    expect(loaded.loading).toEqual({ kind: 'limit' })
    expect(nextPart(loaded)).toBeNull()
    const shown = loaded.pieces.join('').length
    expect(shown).toBeGreaterThanOrEqual(MAX_SHOWN_CHARACTERS)
    expect(shown).toBeLessThan(MAX_SHOWN_CHARACTERS + MIB)
  })

  it('counts what is shown of it, not the hole that is left out of its beginning', () => {
    const bytes = 6 * 1024 * MIB
    const begun = withPart(NOTHING_LOADED, { text: 'after', from: 0, to: 5 * 1024 * MIB, bytes })
    expect(begun.loading).toEqual({ kind: 'more' })
    expect(nextPart(begun)?.from).toBe(5 * 1024 * MIB)
  })

  it('is an empty line', () => {
    const loaded = withPart(NOTHING_LOADED, part('', 0, 0))
    expect(loaded).toMatchObject({ pieces: [], bytes: 0, loading: { kind: 'whole' } })
  })

  it('keeps what is there when a piece cannot be had, and goes on from it', () => {
    const begun = withPart(NOTHING_LOADED, part('beginning', 0, 100))
    const lost = failed(begun, 'network')
    expect(lost.pieces).toEqual(['beginning'])
    expect(nextPart(lost)?.from).toBe(9)
  })

  it('is not put together out of two lines', () => {
    const begun = withPart(NOTHING_LOADED, part('beginning', 0, 100))
    const other = withPart(begun, part(' of another', 9, 50))
    expect(other.loading).toEqual({ kind: 'failed', reason: 'changed' })
    expect(other.pieces).toEqual(['beginning'])
    expect(nextPart(other)).toBeNull()
  })

  it('does not ask for ever where a server answers nothing', () => {
    const begun = withPart(NOTHING_LOADED, part('', 0, 100))
    expect(begun.loading).toEqual({ kind: 'failed', reason: 'internal' })
  })
})
