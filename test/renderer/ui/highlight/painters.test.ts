import { describe, expect, it } from 'vitest'
import type { Painter } from '../../../../src/renderer/list/painter.ts'
import { createPainters } from '../../../../src/renderer/ui/highlight/painters.ts'

const LINE = { text: 'one line', level: 'none', coloured: false } as const

/** A painter of the first character in its own class. */
function named(className: string, key = className): Painter {
  return { key, paint: () => [{ from: 0, to: 1, className }] }
}

const classes = (painter: Painter) => painter.paint(LINE).map(({ className }) => className)

describe('the painters of the page', () => {
  it('paint nothing as long as there are none', () => {
    expect(createPainters().get().paint(LINE)).toEqual([])
  })

  it('paint in a fixed order, whichever came first', () => {
    const painters = createPainters()
    painters.set('search', named('hit'))
    painters.set('labels', named('label'))
    painters.set('syntax', named('time'))
    expect(classes(painters.get())).toEqual(['time', 'label', 'hit'])
  })

  it('lose a layer that is taken away', () => {
    const painters = createPainters()
    painters.set('syntax', named('time'))
    painters.set('rules', named('rule'))
    painters.set('syntax', null)
    expect(classes(painters.get())).toEqual(['rule'])
  })

  it('tell of a painter with another key, and of no other', () => {
    const painters = createPainters()
    let told = 0
    painters.subscribe(() => {
      told += 1
    })
    painters.set('search', null)
    painters.set('search', named('hit', 'a'))
    const before = painters.get()
    painters.set('search', named('hit', 'a'))
    expect(painters.get()).toBe(before)
    expect(told).toBe(1)
    painters.set('search', named('hit', 'b'))
    expect(painters.get().key).not.toBe(before.key)
    expect(told).toBe(2)
  })

  it('have different keys for the same key in different layers', () => {
    const [one, other] = [createPainters(), createPainters()]
    one.set('syntax', named('a', 'x'))
    other.set('search', named('a', 'x'))
    expect(one.get().key).not.toBe(other.get().key)
  })

  it('tell nobody who has left', () => {
    const painters = createPainters()
    let told = 0
    const leave = painters.subscribe(() => {
      told += 1
    })
    leave()
    painters.set('search', named('hit'))
    expect(told).toBe(0)
  })
})
