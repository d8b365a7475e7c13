import { describe, expect, it } from 'vitest'
import type { Bookmark } from '../../../../src/renderer/ui/marks/bookmark.ts'
import {
  findLine,
  type LineFinder,
  NEAR_LINES,
  type NumberedLine,
} from '../../../../src/renderer/ui/marks/find-line.ts'
import { linePrint } from '../../../../src/renderer/ui/marks/line-print.ts'
import { searchableStart } from '../../../../src/renderer/ui/marks/searchable-start.ts'

function lineOf(text: string, line: number): NumberedLine {
  return { line, text, bytes: Buffer.byteLength(text) }
}

function bookmarkOf(text: string, line: number): Bookmark {
  const print = linePrint(lineOf(text, line))
  return { id: 'one', line, print, start: searchableStart(text), color: 'amber', note: '' }
}

/** A log as a list of texts, and how often it was searched. */
function finderOf(texts: readonly string[]): LineFinder & { searches: number } {
  return {
    searches: 0,
    read: async (from, to) => texts.slice(from, to).map((text, at) => lineOf(text, from + at)),
    async *search(text, line) {
      this.searches += 1
      const hits = texts.flatMap((each, at) => (each.includes(text) ? [lineOf(each, at)] : []))
      hits.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))
      for (let at = 0; at < hits.length; at += 2) yield hits.slice(at, at + 2)
    },
  }
}

const others = (count: number) => Array.from({ length: count }, (_, at) => `other ${at}`)

describe('findLine', () => {
  it('finds a line where it was, without searching', async () => {
    const finder = finderOf([...others(5), 'mine', ...others(5)])
    expect(await findLine(bookmarkOf('mine', 5), finder)).toBe(5)
    expect(finder.searches).toBe(0)
  })

  it('finds it near its old place, the nearest of several', async () => {
    const finder = finderOf(['mine', ...others(30), 'mine', ...others(9), 'mine'])
    expect(await findLine(bookmarkOf('mine', 35), finder)).toBe(31)
    expect(await findLine(bookmarkOf('mine', 40), finder)).toBe(41)
    expect(finder.searches).toBe(0)
  })

  it('finds it anywhere in the log, among lines that only begin the same', async () => {
    const texts = [...others(3 * NEAR_LINES), 'mine too', 'not mine', 'mine', 'mine three']
    const finder = finderOf(texts)
    expect(await findLine(bookmarkOf('mine', 7), finder)).toBe(3 * NEAR_LINES + 2)
    expect(finder.searches).toBe(1)
  })

  it('tells that it is gone, and does not take another line for it', async () => {
    expect(await findLine(bookmarkOf('mine', 2), finderOf(['mine 1', 'yours', 'min']))).toBeNull()
    expect(await findLine(bookmarkOf('mine', 2), finderOf([]))).toBeNull()
  })

  it('finds an empty line by its place alone', async () => {
    const finder = finderOf(['a', '', 'b'])
    expect(await findLine(bookmarkOf('', 1), finder)).toBe(1)
    expect(await findLine(bookmarkOf('', 0), finder)).toBe(1)
    expect(finder.searches).toBe(0)
  })

  it('finds nothing where nothing can be read', async () => {
    const finder: LineFinder = {
      read: async () => null,
      async *search() {
        // The server refused.
      },
    }
    expect(await findLine(bookmarkOf('mine', 2), finder)).toBeNull()
  })
})

describe('linePrint', () => {
  it('tells lines apart by what they say and by how long they are', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'aab', 'é', '\u0000', 'x'.repeat(1000)]
    expect(new Set(texts.map((text) => linePrint({ text, bytes: 5 }))).size).toBe(texts.length)
    // Of a line that is cut the page has the beginning only.
    expect(linePrint({ text: 'cut', bytes: 20_000 })).not.toBe(
      linePrint({ text: 'cut', bytes: 20_001 }),
    )
  })
})

describe('searchableStart', () => {
  it('is the beginning of the line, and no more than is kept', () => {
    expect(searchableStart('short')).toBe('short')
    expect(searchableStart('x'.repeat(10_000))).toHaveLength(240)
    expect(JSON.stringify(searchableStart('\u0001'.repeat(10_000))).length).toBeLessThanOrEqual(480)
  })

  it('is found by a search for it: whole characters, and none that stand for broken bytes', () => {
    expect(searchableStart(`${'x'.repeat(239)}😀`)).toBe('x'.repeat(239))
    expect(searchableStart('ab\ufffdabcdef\ufffdx')).toBe('abcdef')
  })

  it('is empty where there is nothing to search for', () => {
    expect(searchableStart('')).toBe('')
    expect(searchableStart('   ')).toBe('')
    expect(searchableStart('\ufffd\ufffd')).toBe('')
  })
})
