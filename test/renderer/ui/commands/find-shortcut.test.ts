import { describe, expect, it } from 'vitest'
import {
  findShortcut,
  type Place,
  type Press,
} from '../../../../src/renderer/ui/commands/find-shortcut.ts'

const PLAIN: Press = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const commandOf = (press: Partial<Press>, place: Place = 'elsewhere') =>
  findShortcut({ ...PLAIN, ...press }, place)?.command ?? null

describe('findShortcut', () => {
  it.each([
    [{ key: 'l' }, 'readOrStop'],
    [{ key: 'L' }, 'readOrStop'],
    [{ key: 'Enter', ctrlKey: true }, 'readOrStop'],
    [{ key: 'Enter', metaKey: true }, 'readOrStop'],
    [{ key: 'o', ctrlKey: true }, 'openFile'],
    [{ key: 'u', metaKey: true }, 'connectUrl'],
    [{ key: 'f' }, 'toggleFollow'],
    [{ key: 'g' }, 'goToStart'],
    [{ key: 'G', shiftKey: true }, 'goToEnd'],
    [{ key: 'g', ctrlKey: true }, 'goTo'],
    [{ key: 'g', metaKey: true }, 'goTo'],
    [{ key: 'G', ctrlKey: true, shiftKey: true }, null],
    [{ key: '?', shiftKey: true }, 'showShortcuts'],
    [{ key: '?' }, 'showShortcuts'],
    [{ key: 'f', ctrlKey: true }, null],
    [{ key: 'l', altKey: true }, null],
    [{ key: 'Enter' }, null],
    [{ key: 'z' }, null],
  ] as const)('takes %j for %s', (press, command) => {
    expect(commandOf(press)).toBe(command)
  })

  it('takes Space only in the lines: elsewhere it presses what has the focus', () => {
    expect(commandOf({ key: ' ' }, 'lines')).toBe('pauseOrResume')
    expect(commandOf({ key: ' ' }, 'elsewhere')).toBeNull()
  })

  it('takes Enter only in the lines, for the line that is active', () => {
    expect(commandOf({ key: 'Enter' }, 'lines')).toBe('openLine')
    expect(commandOf({ key: 'Enter' }, 'elsewhere')).toBeNull()
    expect(commandOf({ key: 'Enter', ctrlKey: true }, 'lines')).toBe('readOrStop')
  })

  it('leaves letters to those who type or search in a list', () => {
    expect(commandOf({ key: 'l' }, 'text')).toBeNull()
    expect(commandOf({ key: 'l' }, 'choices')).toBeNull()
    expect(commandOf({ key: 'o', ctrlKey: true }, 'choices')).toBe('openFile')
  })
})
