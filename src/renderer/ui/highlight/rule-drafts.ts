import type { Term } from '../../../shared/query.ts'
import { hitPattern } from '../search/hit-pattern.ts'
import type { LabelColour } from './label-colour.ts'
import type { Rule } from './rules.ts'

/** A rule while it is typed: its pattern may be empty, or have a mistake. */
export interface RuleDraft {
  /** Names it while the dialog is open. */
  readonly id: number
  readonly term: Term
  readonly colour: LabelColour
  readonly on: boolean
}

/** The rules as drafts. */
export function draftsOf(rules: readonly Rule[]): readonly RuleDraft[] {
  return rules.map((rule, id) => ({ ...rule, id }))
}

/** Whether its pattern cannot be looked for, and the user must be told. */
export function hasMistake({ term }: RuleDraft): boolean {
  return term.pattern !== '' && hitPattern(term) === null
}

/** What the drafts make: those without a pattern, or with a mistake, are no rules yet. */
export function rulesOf(drafts: readonly RuleDraft[]): readonly Rule[] {
  return drafts
    .filter((draft) => draft.term.pattern !== '' && !hasMistake(draft))
    .map(({ term, colour, on }) => ({ term, colour, on }))
}

/** The drafts with one more, in the colour that is used least. */
export function withNewDraft(drafts: readonly RuleDraft[]): readonly RuleDraft[] {
  const uses = (colour: LabelColour) => drafts.filter((draft) => draft.colour === colour).length
  const colours: readonly LabelColour[] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const colour = colours.reduce((best, one) => (uses(one) < uses(best) ? one : best))
  const id = Math.max(-1, ...drafts.map((draft) => draft.id)) + 1
  const term: Term = { kind: 'text', pattern: '', matchCase: false, wholeWord: false }
  return [...drafts, { id, term, colour, on: true }]
}
