import { describe, expect, it } from 'vitest'
import { type KeyPress, listKey } from '../../../src/renderer/list/list-key.ts'

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }
}

describe('listKey', () => {
  it.each([
    [press('ArrowUp'), { kind: 'line', by: -1, extend: false }],
    [press('ArrowDown', { shiftKey: true }), { kind: 'line', by: 1, extend: true }],
    [press('ArrowDown', { ctrlKey: true }), { kind: 'scroll', by: 1 }],
    [press('ArrowUp', { metaKey: true }), { kind: 'edge', edge: 'start', extend: false }],
    [press('PageDown'), { kind: 'page', by: 1, extend: false }],
    [press('Home', { ctrlKey: true }), { kind: 'edge', edge: 'start', extend: false }],
    [press('End', { shiftKey: true }), { kind: 'edge', edge: 'end', extend: true }],
    [press('ArrowRight'), { kind: 'sideways', by: 1 }],
    [press('a', { ctrlKey: true }), { kind: 'select-all' }],
    [press('C', { metaKey: true }), { kind: 'copy' }],
    [press('Escape'), { kind: 'clear' }],
  ])('understands %o', (given, key) => {
    expect(listKey(given)).toEqual(key)
  })

  it.each([
    ['the space bar, which pauses', press(' ')],
    ['letters', press('a')],
    ['what is held with Alt', press('ArrowUp', { altKey: true })],
    ['the developer tools', press('c', { ctrlKey: true, shiftKey: true })],
    ['the change of tabs', press('PageDown', { ctrlKey: true })],
    ['going back', press('ArrowLeft', { metaKey: true })],
    ['the next element', press('Tab')],
  ])('leaves %s alone', (_name, given) => {
    expect(listKey(given)).toBeNull()
  })
})
