import { describe, expect, it } from 'vitest'
import { createMenuKeys } from '../../src/main/menu-keys.ts'
import type { Chord } from '../../src/shared/key-choices.ts'

const keysOf = (chords: readonly Chord[], platform: NodeJS.Platform = 'linux') =>
  createMenuKeys({ search: chords }, platform)('search', 'CmdOrCtrl+F')

describe('the keys of the menu', () => {
  it('are the usual ones until the user chooses others', () => {
    expect(createMenuKeys({}, 'linux')('search', 'CmdOrCtrl+F')).toEqual({
      accelerator: 'CmdOrCtrl+F',
    })
    expect(createMenuKeys({}, 'linux')('search')).toEqual({})
    expect(keysOf([{ key: 'e', mod: true }])).toEqual({ accelerator: 'CmdOrCtrl+E' })
  })

  it('are none when the user took them away, or chose what no menu can say', () => {
    expect(keysOf([])).toEqual({})
    expect(keysOf([{ key: 'ç', mod: true }])).toEqual({})
  })

  it('are rather those that act in fields too', () => {
    expect(keysOf([{ key: '/' }, { key: 'f3' }])).toEqual({ accelerator: 'F3' })
  })

  it('are only shown when they would type something, and on a Mac not even that', () => {
    expect(keysOf([{ key: '/' }])).toEqual({ accelerator: '/', registerAccelerator: false })
    expect(keysOf([{ key: 'h', alt: true }])).toEqual({
      accelerator: 'Alt+H',
      registerAccelerator: false,
    })
    expect(keysOf([{ key: '/' }], 'darwin')).toEqual({})
  })

  it('are not those that the user gave to another command', () => {
    const keys = createMenuKeys({ palette: [{ key: 'f', mod: true }] }, 'linux')
    expect(keys('search', 'CmdOrCtrl+F')).toEqual({})
    expect(keys('palette', 'CmdOrCtrl+K')).toEqual({ accelerator: 'CmdOrCtrl+F' })
  })
})
