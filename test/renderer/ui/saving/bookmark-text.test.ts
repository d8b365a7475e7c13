import { describe, expect, it } from 'vitest'
import type { PlacedBookmark } from '../../../../src/renderer/ui/marks/bookmarks.ts'
import { bookmarkHead, bookmarkText } from '../../../../src/renderer/ui/saving/bookmark-text.ts'

const MARK: PlacedBookmark = {
  id: 'a',
  line: 41,
  print: '',
  start: 'sta',
  color: 'green',
  note: 'see "this"',
  place: 'sure',
}
const TEXT = '=1+1, "quoted"'

describe('bookmarkText', () => {
  it('keeps the line as it is and adds what the user wrote', () => {
    const written = { mark: MARK, text: TEXT }
    expect(bookmarkText(written, 'text', true)).toBe(`42:${TEXT}\t# see "this"\n`)
    expect(bookmarkText({ ...written, mark: { ...MARK, note: '' } }, 'text', false)).toBe(
      `${TEXT}\n`,
    )
    expect(JSON.parse(bookmarkText(written, 'jsonl', true))).toEqual({
      line: 42,
      color: 'green',
      note: 'see "this"',
      text: TEXT,
    })
    expect(bookmarkHead('csv', true) + bookmarkText(written, 'csv', true)).toBe(
      'line,color,note,text\r\n42,green,"see ""this""","=1+1, ""quoted"""\r\n',
    )
    expect(bookmarkHead('csv', false) + bookmarkText(written, 'csv', false)).toBe(
      'color,note,text\r\ngreen,"see ""this""","=1+1, ""quoted"""\r\n',
    )
  })

  it('gives no number to a line that was not found', () => {
    const written = { mark: { ...MARK, place: 'lost' as const, note: '' }, text: 'sta' }
    expect(bookmarkText(written, 'text', true)).toBe('?:sta\n')
    expect(JSON.parse(bookmarkText(written, 'jsonl', true)).line).toBeNull()
    expect(bookmarkText(written, 'csv', true)).toBe(',green,"","sta"\r\n')
  })
})
