import { describe, expect, it } from 'vitest'
import { Missed } from '../../../src/server/http/missed.ts'

describe('Missed', () => {
  it('keeps what was missed of a log once, however often it happened', () => {
    const missed = new Missed()
    for (let i = 0; i < 1000; i += 1) missed.note({ kind: 'appended', log: 'a' })
    missed.note({ kind: 'log', log: 'a' })
    expect(missed.take()).toEqual([
      { kind: 'log', log: 'a' },
      { kind: 'appended', log: 'a' },
    ])
  })

  it('forgets what it told', () => {
    const missed = new Missed()
    missed.note({ kind: 'generator' })
    expect(missed.take()).toEqual([{ kind: 'generator' }])
    expect(missed.take()).toEqual([])
  })

  it('forgets what came before a removal', () => {
    const missed = new Missed()
    missed.note({ kind: 'log', log: 'a' })
    missed.note({ kind: 'appended', log: 'a' })
    missed.note({ kind: 'removed', log: 'a' })
    expect(missed.take()).toEqual([{ kind: 'removed', log: 'a' }])
  })

  it('tells a removal before the log that was opened again under its id', () => {
    const missed = new Missed()
    missed.note({ kind: 'removed', log: 'a' })
    missed.note({ kind: 'log', log: 'a' })
    expect(missed.take()).toEqual([
      { kind: 'removed', log: 'a' },
      { kind: 'log', log: 'a' },
    ])
  })

  it('notes views by their log, however many were opened and closed', () => {
    const missed = new Missed()
    for (let i = 0; i < 1000; i += 1) missed.note({ kind: 'views', log: 'a' })
    missed.note({ kind: 'log', log: 'a' })
    expect(missed.take()).toEqual([
      { kind: 'log', log: 'a' },
      { kind: 'views', log: 'a' },
    ])
    missed.note({ kind: 'views', log: 'a' })
    missed.note({ kind: 'removed', log: 'a' })
    expect(missed.take()).toEqual([{ kind: 'removed', log: 'a' }])
  })
})
