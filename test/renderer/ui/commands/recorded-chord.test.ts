import { describe, expect, it } from 'vitest'
import { recordedChord } from '../../../../src/renderer/ui/commands/recorded-chord.ts'

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const recorded = (press: Partial<typeof PLAIN> & { key: string }) =>
  recordedChord({ ...PLAIN, ...press })

describe('recordedChord', () => {
  it('waits for a key while only modifiers are down', () => {
    expect(recorded({ key: 'Control', ctrlKey: true })).toBeNull()
    expect(recorded({ key: 'Shift', shiftKey: true })).toBeNull()
    expect(recorded({ key: 'AltGraph' })).toBeNull()
    expect(recorded({ key: 'Dead' })).toBeNull()
  })

  it('keeps what counts and nothing else', () => {
    expect(recorded({ key: 'K', ctrlKey: true, shiftKey: true })).toEqual({
      key: 'k',
      mod: true,
      shift: true,
    })
    expect(recorded({ key: '?', shiftKey: true })).toEqual({ key: '?' })
    expect(recorded({ key: 'F2', altKey: true })).toEqual({ key: 'f2', alt: true })
  })
})
