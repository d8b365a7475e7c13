import { describe, expect, it } from 'vitest'
import { importRules } from '../../../../src/renderer/ui/highlight/import-rules.ts'
import { draftsOf, rulesOf } from '../../../../src/renderer/ui/highlight/rule-drafts.ts'
import { decodeRules, encodeRules } from '../../../../src/renderer/ui/highlight/rule-file.ts'
import { MAX_RULES, type Rule } from '../../../../src/renderer/ui/highlight/rules.ts'
import { encodeFilterSets } from '../../../../src/shared/filter-set.ts'
import { MAX_PATTERN_LENGTH } from '../../../../src/shared/query.ts'

const RULE: Rule = {
  term: {
    kind: 'regexp',
    pattern: '\u202e<b>\0\x1b[31m "é\u{1f600}"',
    matchCase: true,
    wholeWord: false,
  },
  colour: 4,
  on: false,
}

/** The file with something else in the place of a part of it. */
function changed(change: object): string {
  return JSON.stringify({ ...JSON.parse(encodeRules([RULE])), ...change })
}

function file(text: string) {
  return { size: text.length, text: async () => text }
}

describe('a file of rules', () => {
  it('is read as it was written, also with the mark that editors put before it', () => {
    const text = encodeRules([RULE, RULE])
    expect(decodeRules(text)).toEqual({ kind: 'rules', rules: [RULE, RULE] })
    expect(decodeRules(`\ufeff${text}`)).toEqual({ kind: 'rules', rules: [RULE, RULE] })
  })

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"kind":"rastro-highlight"}',
    '{"kind":"other","version":1}',
    '<xml/>',
  ])('is not %j', (text) => expect(decodeRules(text)).toEqual({ kind: 'foreign' }))

  it('tells a later version, and a file of filters, from a damaged one', () => {
    expect(decodeRules(changed({ version: 2, rules: 'others' }))).toEqual({ kind: 'newer' })
    expect(decodeRules(encodeFilterSets([]))).toEqual({ kind: 'filters' })
    expect(decodeRules(changed({ rules: 'none' }))).toEqual({ kind: 'broken', place: null })
    expect(decodeRules(changed({ more: 1 }))).toEqual({ kind: 'broken', place: null })
  })

  it.each([
    { ...RULE, colour: 10 },
    { ...RULE, colour: '4' },
    { ...RULE, on: 1 },
    { ...RULE, more: 1 },
    { ...RULE, term: { ...RULE.term, pattern: '' } },
    { ...RULE, term: { ...RULE.term, pattern: 'x'.repeat(MAX_PATTERN_LENGTH + 1) } },
    { ...RULE, term: { ...RULE.term, kind: 'glob' } },
    null,
  ])('says which of its rules is damaged: %#', (damaged) => {
    expect(decodeRules(changed({ rules: [RULE, damaged] }))).toEqual({ kind: 'broken', place: 2 })
  })
})

describe('rules from a file', () => {
  const latest = () => draftsOf([RULE])

  it('come behind those that are there', async () => {
    const other: Rule = { ...RULE, colour: 5 }
    const outcome = await importRules(file(encodeRules([RULE, other])), latest)
    if (outcome.kind !== 'imported') return expect.unreachable(outcome.kind)
    expect(outcome.added).toBe(1)
    expect(rulesOf(outcome.drafts)).toEqual([RULE, other])
  })

  it('fit into the file with the longest patterns, as many as there may be', async () => {
    const pattern = (at: number) => `${at}`.padEnd(MAX_PATTERN_LENGTH, '\u0001')
    const rules = Array.from({ length: MAX_RULES }, (_, at) => ({
      ...RULE,
      term: { ...RULE.term, pattern: pattern(at) },
    }))
    const text = encodeRules(rules)
    const outcome = await importRules(file(text), () => [])
    expect(outcome).toMatchObject({ kind: 'imported', added: MAX_RULES })
  })

  it('are all taken or none', async () => {
    const rules = Array.from({ length: MAX_RULES }, (_, at) => ({
      ...RULE,
      term: { ...RULE.term, pattern: `rule ${at}` },
    }))
    expect(await importRules(file(encodeRules(rules)), latest)).toEqual({ kind: 'full' })
    expect(await importRules(file(changed({ rules: [RULE, 1] })), latest)).toEqual({
      kind: 'broken',
      place: 2,
    })
  })

  it('are none when the file is too large, or cannot be read', async () => {
    const unreadable = { size: 1, text: () => Promise.reject(new Error('gone')) }
    expect(await importRules(unreadable, latest)).toEqual({ kind: 'unreadable' })
    const huge = { size: 1e12, text: async () => expect.unreachable('It was read.') }
    expect(await importRules(huge, latest)).toEqual({ kind: 'foreign' })
  })
})
