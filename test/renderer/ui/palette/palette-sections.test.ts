import { describe, expect, it } from 'vitest'
import { paletteSections } from '../../../../src/renderer/ui/palette/palette-sections.ts'

const entry = (id: string, group: string) => ({
  id,
  name: id,
  group,
  keys: [],
  isAvailable: true,
  run: () => undefined,
})

const ENTRIES = [entry('a', 'One'), entry('b', 'Two'), entry('c', 'One')]
const shape = (recent: readonly string[]) =>
  paletteSections(ENTRIES, recent, 'Recent').map(({ title, entries }) => [
    title,
    entries.map(({ id }) => id),
  ])

describe('paletteSections', () => {
  it('keeps sections in the order in which they appear', () => {
    expect(shape([])).toEqual([
      ['One', ['a', 'c']],
      ['Two', ['b']],
    ])
  })

  it('puts what was used lately on top, once, the latest first', () => {
    expect(shape(['b', 'a', 'closed-log'])).toEqual([
      ['Recent', ['b', 'a']],
      ['One', ['c']],
    ])
  })
})
