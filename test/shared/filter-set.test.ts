import { describe, expect, it } from 'vitest'
import { decodeFilterSets, encodeFilterSets, type FilterSet } from '../../src/shared/filter-set.ts'

const SET: FilterSet = {
  name: 'noise',
  filter: {
    chips: [
      {
        mode: 'exclude',
        term: { kind: 'regexp', pattern: '\u202eGET \\d+\0', matchCase: true, wholeWord: false },
        on: true,
      },
    ],
    every: false,
    levels: ['error', 'warn'],
    entries: true,
    context: 0,
  },
}

/** The file with something else in the place of a part of it. */
function changed(change: object): string {
  return JSON.stringify({ ...JSON.parse(encodeFilterSets([SET])), ...change })
}

describe('a file of filters', () => {
  it('is read as it was written, also with the mark that editors put before it', () => {
    const text = encodeFilterSets([SET])
    expect(decodeFilterSets(text)).toEqual({ kind: 'sets', sets: [SET] })
    expect(decodeFilterSets(`\ufeff${text}`)).toEqual({ kind: 'sets', sets: [SET] })
  })

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"kind":"rastro-filters"}',
    '{"kind":"other","version":1}',
    '<xml/>',
  ])('is not %j', (text) => expect(decodeFilterSets(text)).toEqual({ kind: 'foreign' }))

  it('is for lines where it says so, or says nothing of entries', () => {
    const { entries: _, ...rest } = SET.filter
    for (const filter of [rest, { ...rest, entries: false }]) {
      const text = changed({ sets: [{ ...SET, filter }] })
      const sets = [{ ...SET, filter: { ...SET.filter, entries: false } }]
      expect(decodeFilterSets(text)).toEqual({ kind: 'sets', sets })
    }
  })

  it('tells a later version from a damaged file', () => {
    expect(decodeFilterSets(changed({ version: 2, sets: 'others' }))).toEqual({ kind: 'newer' })
    expect(decodeFilterSets(changed({ sets: [SET, { name: 'half' }] }))).toEqual({ kind: 'broken' })
    expect(decodeFilterSets(changed({ more: 1 }))).toEqual({ kind: 'broken' })
    const nameless = { ...SET, name: '  ' }
    expect(decodeFilterSets(changed({ sets: [nameless] }))).toEqual({ kind: 'broken' })
    const deep = { ...SET, filter: { ...SET.filter, context: 51 } }
    expect(decodeFilterSets(changed({ sets: [deep] }))).toEqual({ kind: 'broken' })
  })
})
