import { describe, expect, it } from 'vitest'
import {
  draftsOf,
  hasMistake,
  rulesOf,
  withDraftAt,
  withNewDraft,
  withRules,
} from '../../../../src/renderer/ui/highlight/rule-drafts.ts'
import { MAX_RULES, type Rule } from '../../../../src/renderer/ui/highlight/rules.ts'

const RULE: Rule = {
  term: { kind: 'regexp', pattern: 'a+', matchCase: false, wholeWord: false },
  colour: 1,
  on: true,
}

describe('rules while they are edited', () => {
  it('are the rules again when nothing was changed', () => {
    expect(rulesOf(draftsOf([RULE]))).toEqual([RULE])
  })

  it('are no rules yet without a pattern, and are kept with a mistake in it', () => {
    const [draft] = draftsOf([RULE])
    if (draft === undefined) throw new Error('No draft was made.')
    const broken = { ...draft, term: { ...draft.term, pattern: '(' } }
    const empty = { ...draft, term: { ...draft.term, pattern: '' } }
    expect([hasMistake(draft), hasMistake(broken), hasMistake(empty)]).toEqual([false, true, false])
    expect(rulesOf([broken, empty]).map(({ term }) => term.pattern)).toEqual(['('])
  })

  it('begin in a colour that is used least, under a name of their own', () => {
    const drafts = withNewDraft(withNewDraft(draftsOf([RULE])))
    expect(drafts.map(({ colour }) => colour)).toEqual([1, 2, 3])
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(3)
  })

  it('are moved to a place, and to the ends at most', () => {
    const drafts = draftsOf([named('a'), named('b'), named('c')])
    const patterns = (id: number, place: number) =>
      withDraftAt(drafts, id, place).map(({ term }) => term.pattern)
    expect(patterns(0, 1)).toEqual(['b', 'a', 'c'])
    expect(patterns(2, -4)).toEqual(['c', 'a', 'b'])
    expect(patterns(0, 9)).toEqual(['b', 'c', 'a'])
    expect(withDraftAt(drafts, 2, 9)).toBe(drafts)
    expect(withDraftAt(drafts, 7, 0)).toBe(drafts)
  })

  it('take other rules behind them, but none that is there already', () => {
    const drafts = withRules(draftsOf([named('a')]), [named('b'), named('a'), named('b')])
    expect(drafts?.map(({ term }) => term.pattern)).toEqual(['a', 'b'])
    expect(new Set(drafts?.map(({ id }) => id)).size).toBe(2)
    const blue = { ...named('a'), colour: 2 as const }
    expect(withRules(draftsOf([named('a')]), [blue])).toHaveLength(2)
  })

  it('take all of the other rules or none', () => {
    const many = Array.from({ length: MAX_RULES - 1 }, (_, at) => named(`rule ${at}`))
    expect(withRules(draftsOf(many), [named('a'), named('b')])).toBeNull()
    expect(withRules(draftsOf(many), [named('a'), named('a')])).toHaveLength(MAX_RULES)
  })
})

function named(pattern: string): Rule {
  return { ...RULE, term: { ...RULE.term, pattern } }
}
