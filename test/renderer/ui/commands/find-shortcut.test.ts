import { describe, expect, it } from 'vitest'
import type { Command } from '../../../../src/renderer/ui/commands/command.ts'
import {
  findShortcut,
  type Place,
  type Press,
} from '../../../../src/renderer/ui/commands/find-shortcut.ts'
import type { KeyChoices } from '../../../../src/shared/key-choices.ts'

const PLAIN: Press = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

const command = (id: string, given: Partial<Command>): Command => ({
  id,
  label: 'app.name',
  group: 'commands.page',
  chords: [],
  run: () => undefined,
  ...given,
})

const COMMANDS: readonly Command[] = [
  command('read', { chords: [{ key: 'l' }, { key: 'enter', mod: true }] }),
  command('pause', { chords: [{ key: ' ' }], inList: true }),
  command('open', { chords: [{ key: 'o', mod: true }] }),
  command('start', { chords: [{ key: 'g' }] }),
  command('end', { chords: [{ key: 'g', shift: true }] }),
  command('goTo', { chords: [{ key: 'g', mod: true }] }),
  command('openLine', { chords: [{ key: 'enter' }], inList: true }),
  command('help', { chords: [{ key: '?' }] }),
  command('next', { chords: [{ key: 'f3' }, { key: 'n' }] }),
  command('copy', { chords: [{ key: 'c', alt: true }] }),
  command('label', { chords: [{ key: '1', mod: true }] }),
]

function idOf(press: Partial<Press>, place: Place = 'elsewhere', choices: KeyChoices = {}) {
  return findShortcut({ ...PLAIN, ...press }, place, COMMANDS, choices)?.id ?? null
}

describe('findShortcut', () => {
  it.each([
    [{ key: 'l' }, 'read'],
    [{ key: 'L' }, 'read'],
    [{ key: 'Enter', ctrlKey: true }, 'read'],
    [{ key: 'Enter', metaKey: true }, 'read'],
    [{ key: 'o', ctrlKey: true }, 'open'],
    [{ key: 'g' }, 'start'],
    [{ key: 'G', shiftKey: true }, 'end'],
    [{ key: 'g', ctrlKey: true }, 'goTo'],
    [{ key: 'g', metaKey: true }, 'goTo'],
    [{ key: 'G', ctrlKey: true, shiftKey: true }, null],
    [{ key: '?', shiftKey: true }, 'help'],
    [{ key: '?' }, 'help'],
    [{ key: '1', ctrlKey: true, shiftKey: true }, 'label'],
    [{ key: 'F3' }, 'next'],
    [{ key: 'ç', code: 'KeyC', altKey: true }, 'copy'],
    [{ key: 'ç', code: 'KeyC' }, null],
    [{ key: 'F3', shiftKey: true }, null],
    [{ key: 'l', altKey: true }, null],
    [{ key: 'Enter' }, null],
    [{ key: 'z' }, null],
  ] as const)('takes %j for %s', (press, id) => {
    expect(idOf(press)).toBe(id)
  })

  it('takes keys of the lines only there: elsewhere they press what has the focus', () => {
    expect(idOf({ key: ' ' }, 'lines')).toBe('pause')
    expect(idOf({ key: ' ' }, 'elsewhere')).toBeNull()
    expect(idOf({ key: 'Enter' }, 'lines')).toBe('openLine')
    expect(idOf({ key: 'Enter', ctrlKey: true }, 'lines')).toBe('read')
  })

  it('leaves letters to those who type or search in a list, but not keys that type nothing', () => {
    expect(idOf({ key: 'l' }, 'text')).toBeNull()
    expect(idOf({ key: 'l' }, 'choices')).toBeNull()
    expect(idOf({ key: 'o', ctrlKey: true }, 'choices')).toBe('open')
    expect(idOf({ key: 'F3' }, 'text')).toBe('next')
  })

  it('takes the keys that the user chose instead of a command’s own', () => {
    const choices = { read: [{ key: 'r', alt: true }], open: [] }
    expect(idOf({ key: 'r', altKey: true }, 'elsewhere', choices)).toBe('read')
    expect(idOf({ key: 'l' }, 'elsewhere', choices)).toBeNull()
    expect(idOf({ key: 'o', ctrlKey: true }, 'elsewhere', choices)).toBeNull()
  })

  it('prefers what can be done now, and in the lines what is theirs', () => {
    const chords = [{ key: 'x' }]
    const away = command('away', { chords, isAvailable: () => false })
    const here = command('here', { chords })
    const lines = command('lines', { chords, inList: true })
    const press = { ...PLAIN, key: 'x' }
    expect(findShortcut(press, 'elsewhere', [away, here], {})).toBe(here)
    expect(findShortcut(press, 'elsewhere', [away], {})).toBe(away)
    expect(findShortcut(press, 'lines', [here, lines], {})).toBe(lines)
    expect(findShortcut(press, 'elsewhere', [lines, here], {})).toBe(here)
  })
})
