import { describe, expect, it } from 'vitest'
import {
  draftsOf,
  hasMistake,
  rulesOf,
  withNewDraft,
} from '../../../../src/renderer/ui/highlight/rule-drafts.ts'
import type { Rule } from '../../../../src/renderer/ui/highlight/rules.ts'

const RULE: Rule = {
  term: { kind: 'regexp', pattern: 'a+', matchCase: false, wholeWord: false },
  colour: 1,
  on: true,
}

describe('rules while they are edited', () => {
  it('are the rules again when nothing was changed', () => {
    expect(rulesOf(draftsOf([RULE]))).toEqual([RULE])
  })

  it('are no rules yet without a pattern, or with a mistake in it', () => {
    const [draft] = draftsOf([RULE])
    if (draft === undefined) throw new Error('No draft was made.')
    const broken = { ...draft, term: { ...draft.term, pattern: '(' } }
    const empty = { ...draft, term: { ...draft.term, pattern: '' } }
    expect([hasMistake(draft), hasMistake(broken), hasMistake(empty)]).toEqual([false, true, false])
    expect(rulesOf([broken, empty])).toEqual([])
  })

  it('begin in a colour that is used least, under a name of their own', () => {
    const drafts = withNewDraft(withNewDraft(draftsOf([RULE])))
    expect(drafts.map(({ colour }) => colour)).toEqual([1, 2, 3])
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(3)
  })
})
