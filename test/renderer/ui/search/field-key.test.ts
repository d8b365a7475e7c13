import { describe, expect, it } from 'vitest'
import { type FieldPress, fieldKey } from '../../../../src/renderer/ui/search/field-key.ts'
import { separatorKey } from '../../../../src/renderer/ui/search/separator-key.ts'

const press = (key: string, change: Partial<FieldPress> = {}): FieldPress => ({
  key,
  code: '',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...change,
})

describe('a key in the search field', () => {
  it('steps, walks through the history and closes', () => {
    expect(fieldKey(press('Enter'))).toEqual({ kind: 'step', by: 1 })
    expect(fieldKey(press('Enter', { shiftKey: true }))).toEqual({ kind: 'step', by: -1 })
    expect(fieldKey(press('ArrowUp'))).toEqual({ kind: 'history', by: 1 })
    expect(fieldKey(press('ArrowDown'))).toEqual({ kind: 'history', by: -1 })
    expect(fieldKey(press('Escape'))).toEqual({ kind: 'close' })
  })

  it('toggles with Alt by its place on the keyboard, whatever it types there', () => {
    const alt = { altKey: true }
    expect(fieldKey(press('ç', { ...alt, code: 'KeyC' }))).toEqual({
      kind: 'toggle',
      what: 'matchCase',
    })
    expect(fieldKey(press('®', { ...alt, code: 'KeyR' }))).toEqual({
      kind: 'toggle',
      what: 'regexp',
    })
    expect(fieldKey(press('x', { ...alt, code: 'KeyX' }))).toBeNull()
  })

  it('types else, or is for the page', () => {
    expect(fieldKey(press('n'))).toBeNull()
    expect(fieldKey(press('ArrowLeft'))).toBeNull()
    expect(fieldKey(press('Enter', { ctrlKey: true }))).toBeNull()
  })
})

describe('a key on the edge of the results', () => {
  const heights = { height: 200, min: 104, max: 500, usual: 184 }
  it.each([
    ['ArrowUp', 220],
    ['ArrowDown', 180],
    ['PageUp', 300],
    ['PageDown', 104],
    ['Home', 104],
    ['End', 500],
    ['Enter', 184],
    ['a', null],
  ])('%s asks for %s', (key, height) => {
    expect(separatorKey(key, heights)).toBe(height)
  })

  it('goes no farther than there is room', () => {
    expect(separatorKey('ArrowUp', { ...heights, height: 495 })).toBe(500)
    expect(separatorKey('ArrowDown', { ...heights, height: 110 })).toBe(104)
  })
})
