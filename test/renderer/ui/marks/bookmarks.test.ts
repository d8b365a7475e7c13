import { describe, expect, it } from 'vitest'
import { createKept, MAX_KEPT_LENGTH } from '../../../../src/renderer/kept/kept.ts'
import { MAX_BOOKMARKS, MAX_NOTE_LENGTH } from '../../../../src/renderer/ui/marks/bookmark.ts'
import { createBookmarks } from '../../../../src/renderer/ui/marks/bookmarks.ts'
import { nextBookmark } from '../../../../src/renderer/ui/marks/next-bookmark.ts'
import { createMemoryStorage } from '../../kept/memory-storage.ts'
import { logState } from '../log-state.ts'

function start(storage = createMemoryStorage()) {
  const faults: string[] = []
  const kept = createKept(storage, ({ kind }) => faults.push(kind))
  return { storage, faults, kept, bookmarks: createBookmarks(kept) }
}

const LOG = logState()
const line = (at: number, text = `line ${at}`) => ({ line: at, text, bytes: text.length })

describe('bookmarks', () => {
  it('are in the order of their lines, one array until one changes', () => {
    const { bookmarks } = start()
    let told = 0
    bookmarks.subscribe(() => {
      told += 1
    })
    bookmarks.add(LOG, line(7))
    const first = bookmarks.add(LOG, line(3))
    const all = bookmarks.of(LOG)
    expect(all.map((mark) => mark.line)).toEqual([3, 7])
    expect(bookmarks.of(LOG)).toBe(all)
    expect(bookmarks.at(LOG, 3)).toBe(all[0])
    expect(bookmarks.at(LOG, 4)).toBeNull()
    bookmarks.change(LOG, first?.id ?? '', { note: 'why', color: 'blue' })
    expect(bookmarks.at(LOG, 3)).toMatchObject({ note: 'why', color: 'blue' })
    bookmarks.remove(LOG, first?.id ?? '')
    expect(bookmarks.of(LOG)).toHaveLength(1)
    expect(told).toBe(4)
  })

  it('come back after a restart, and are not trusted to stand where they stood', () => {
    const { storage, kept, bookmarks } = start()
    bookmarks.add(LOG, line(3))
    kept.flush()
    const again = start(storage).bookmarks
    expect(again.of(LOG)).toMatchObject([{ line: 3, start: 'line 3', place: 'unsure' }])
    expect(again.at(LOG, 3)).toBeNull()
    again.settle(LOG, again.of(LOG)[0]?.id ?? '', 9)
    expect(again.at(LOG, 9)).toMatchObject({ place: 'sure' })
  })

  it('belong to where a log comes from, whatever its token', () => {
    const { storage, kept, bookmarks } = start()
    const remote = (token: string, id: string) =>
      logState({
        id,
        origin: { kind: 'remote', url: `https://h/stream-logs?token=${token}&log=a` },
      })
    bookmarks.add(remote('secret', 'one'), line(1))
    kept.flush()
    expect([...storage.values].join()).not.toContain('secret')
    expect(start(storage).bookmarks.of(remote('other', 'two'))).toHaveLength(1)
    expect(start(storage).bookmarks.of(LOG)).toEqual([])
  })

  it('are looked for again when the numbers mean other lines', () => {
    const { bookmarks } = start()
    const [a, b] = [bookmarks.add(LOG, line(1)), bookmarks.add(LOG, line(2))]
    bookmarks.settle(LOG, a?.id ?? '', null)
    expect(bookmarks.of(LOG).map(({ place }) => place)).toEqual(['lost', 'sure'])
    bookmarks.unsettle(LOG, 'lost')
    expect(bookmarks.of(LOG).map(({ place }) => place)).toEqual(['unsure', 'sure'])
    bookmarks.unsettle(LOG, 'all')
    expect(bookmarks.of(LOG).map(({ place }) => place)).toEqual(['unsure', 'unsure'])
    expect(b?.id).toBeDefined()
  })

  it('are bounded, and as many as there can be are kept, whatever is in them', () => {
    const { bookmarks, kept, faults, storage } = start()
    const hostile = '"\\\u0001\u202e'.repeat(500)
    for (let at = 0; at < MAX_BOOKMARKS; at += 1) {
      const mark = bookmarks.add(LOG, line(at, `${at}${hostile}`))
      bookmarks.change(LOG, mark?.id ?? '', { note: hostile })
    }
    expect(bookmarks.add(LOG, line(9999))).toBeNull()
    kept.flush()
    expect(faults).toEqual([])
    for (const text of storage.values.values()) expect(text.length).toBeLessThan(MAX_KEPT_LENGTH)
    const again = start(storage).bookmarks.of(LOG)
    expect(again).toHaveLength(MAX_BOOKMARKS)
    expect(again[0]?.note.length).toBeLessThanOrEqual(MAX_NOTE_LENGTH)
    expect(again[0]?.note).not.toMatch(/\p{Cc}/u)
  })

  it('are put aside when they are broken, and the log has none', () => {
    const key = 'rastro:bookmarks:/var/log/app.log'
    const { bookmarks, storage, faults } = start(createMemoryStorage({ [key]: '[{"line":-1}]' }))
    expect(bookmarks.of(LOG)).toEqual([])
    expect(faults).toEqual(['broken'])
    expect(storage.values.get(`${key}.broken`)).toBe('[{"line":-1}]')
  })
})

describe('nextBookmark', () => {
  const { bookmarks } = start()
  for (const at of [2, 5, 9]) bookmarks.add(LOG, line(at))
  bookmarks.settle(LOG, bookmarks.at(LOG, 9)?.id ?? '', null)
  const marks = bookmarks.of(LOG)

  it.each([
    [null, 1, 2],
    [null, -1, 5],
    [0, 1, 2],
    [2, 1, 5],
    [3, -1, 2],
    [5, 1, 2],
    [2, -1, 5],
  ] as const)('from line %s by %s goes to line %s', (from, by, to) => {
    expect(nextBookmark(marks, from, by)?.line).toBe(to)
  })

  it('is none without a bookmark that is there', () => {
    expect(nextBookmark([], 3, 1)).toBeNull()
    expect(nextBookmark(marks.slice(2), 3, 1)).toBeNull()
  })
})
