import { describe, expect, it } from 'vitest'
import { MAX_TERMS, query } from '../../src/shared/query.ts'

const term = { kind: 'text', pattern: 'a', matchCase: false, wholeWord: false }
const nothing = { all: [], any: [], none: [], entries: false }

describe('a query', () => {
  it('asks for terms or for levels', () => {
    expect(query.safeParse(nothing).success).toBe(false)
    expect(query.safeParse({ ...nothing, none: [term] }).success).toBe(true)
    expect(query.safeParse({ ...nothing, levels: ['error'] }).success).toBe(true)
    expect(query.safeParse({ ...nothing, levels: [] }).success).toBe(true)
    expect(query.safeParse({ ...nothing, levels: ['loud'] }).success).toBe(false)
  })

  it('has no more terms than are looked for at once', () => {
    const any = Array.from({ length: MAX_TERMS }, () => term)
    expect(query.safeParse({ ...nothing, any }).success).toBe(true)
    expect(query.safeParse({ ...nothing, any, all: [term] }).success).toBe(false)
    expect(query.safeParse({ ...nothing, any, all: [term], levels: ['info'] }).success).toBe(false)
  })
})
