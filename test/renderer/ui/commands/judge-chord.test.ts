import { describe, expect, it } from 'vitest'
import { chooseChord, resetChord } from '../../../../src/renderer/ui/commands/choose-chord.ts'
import type { Chord } from '../../../../src/renderer/ui/commands/chord.ts'
import { chordsOf } from '../../../../src/renderer/ui/commands/chosen-keys.ts'
import type { Command } from '../../../../src/renderer/ui/commands/command.ts'
import { judgeChord } from '../../../../src/renderer/ui/commands/judge-chord.ts'

const command = (id: string, ...chords: Chord[]): Command => ({
  id,
  label: 'app.name',
  group: 'commands.page',
  chords,
  run: () => undefined,
})

const READ = command('read', { key: 'l' }, { key: 'enter', mod: true })
const OPEN = command('open', { key: 'o', mod: true })
const COMMANDS = [READ, OPEN]
const judge = (chord: Chord, choices = {}, isBrowser = true) =>
  judgeChord(chord, READ, COMMANDS, choices, isBrowser)

describe('judgeChord', () => {
  it('lets a chord be taken that belongs to nobody else', () => {
    expect(judge({ key: 'r' })).toEqual({ kind: 'free' })
    expect(judge({ key: 'l' })).toEqual({ kind: 'free' })
    expect(judge({ key: 'o', mod: true, shift: true })).toEqual({ kind: 'free' })
  })

  it('names the command that has it', () => {
    expect(judge({ key: 'o', mod: true })).toEqual({ kind: 'taken', by: OPEN })
    expect(judge({ key: 'p' }, { open: [{ key: 'p' }] })).toEqual({ kind: 'taken', by: OPEN })
    expect(judge({ key: 'o', mod: true }, { open: [] })).toEqual({ kind: 'free' })
  })

  it('leaves the keys of the lines and of the browser to them', () => {
    expect(judge({ key: 'arrowdown', shift: true })).toEqual({ kind: 'list' })
    expect(judge({ key: 'c', mod: true })).toEqual({ kind: 'list' })
    expect(judge({ key: 'arrowdown', alt: true })).toEqual({ kind: 'free' })
    expect(judge({ key: 'w', mod: true })).toEqual({ kind: 'browser' })
    expect(judge({ key: 'w', mod: true }, {}, false)).toEqual({ kind: 'free' })
  })
})

describe('chooseChord', () => {
  it('takes the chord away from whoever had it, and only that one', () => {
    const choices = chooseChord({}, COMMANDS, OPEN, { key: 'l' })
    expect(chordsOf(OPEN, choices)).toEqual([{ key: 'l' }])
    expect(chordsOf(READ, choices)).toEqual([{ key: 'enter', mod: true }])
  })

  it('is undone command by command', () => {
    const choices = chooseChord({}, COMMANDS, OPEN, { key: 'l' })
    expect(chordsOf(READ, resetChord(choices, READ))).toEqual(READ.chords)
    expect(chordsOf(OPEN, resetChord(choices, READ))).toEqual([{ key: 'l' }])
  })
})
