import { describe, expect, it } from 'vitest'
import { CompiledQueries } from '../../../../src/server/engine/search/compiled-queries.ts'
import { regexp, text, wanted } from '../../../support/wanted.ts'

const asked = (pattern: string) => wanted([text(pattern)]).query

describe('compiled queries', () => {
  it('compiles what is asked again only once', () => {
    const queries = new CompiledQueries()
    const first = queries.get(asked('one'))
    expect(queries.get(asked('one'))).toBe(first)
    expect(queries.get(asked('two'))).not.toBe(first)
  })

  it('forgets what was not asked for longest', () => {
    const queries = new CompiledQueries()
    const kept = queries.get(asked('kept'))
    const lost = queries.get(asked('lost'))
    for (let other = 0; other < 31; other++) {
      queries.get(asked(`other ${other}`))
      expect(queries.get(asked('kept'))).toBe(kept)
    }
    expect(queries.get(asked('lost'))).not.toBe(lost)
  })

  it('says what is wrong with a query that is invalid', () => {
    const { query } = wanted([regexp('(')])
    expect(() => new CompiledQueries().get(query)).toThrow('The query is invalid')
  })
})
