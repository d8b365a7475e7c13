import { describe, expect, it } from 'vitest'
import { acceleratorOf } from '../../src/main/accelerator.ts'
import type { Chord } from '../../src/shared/key-choices.ts'

describe('acceleratorOf', () => {
  it.each<[Chord, string | null]>([
    [{ key: 'f', mod: true }, 'CmdOrCtrl+F'],
    [{ key: 'f', mod: true, alt: true, shift: true }, 'CmdOrCtrl+Alt+Shift+F'],
    [{ key: '1', alt: true }, 'Alt+1'],
    [{ key: 'f3', shift: true }, 'Shift+F3'],
    [{ key: 'f24' }, 'F24'],
    [{ key: 'pagedown', alt: true }, 'Alt+PageDown'],
    [{ key: 'enter', mod: true }, 'CmdOrCtrl+Enter'],
    [{ key: ' ', mod: true }, 'CmdOrCtrl+Space'],
    [{ key: '+', mod: true }, 'CmdOrCtrl+Plus'],
    [{ key: '\\', mod: true }, 'CmdOrCtrl+\\'],
    // The sign itself needs Shift on many keyboards: it is no part of the chord.
    [{ key: '?', shift: true }, '?'],
    [{ key: 'ç', mod: true }, null],
    [{ key: 'f25' }, null],
    [{ key: 'dead', mod: true }, null],
    [{ key: 'tostring' }, null],
    [{ key: 'a+b' }, null],
  ])('writes %j as %s', (chord, accelerator) => {
    expect(acceleratorOf(chord)).toBe(accelerator)
  })
})
