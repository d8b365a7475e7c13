import type { Term } from '../../../shared/query.ts'
import { hitPattern } from '../search/hit-pattern.ts'
import { LABEL_COLOURS, type LabelColour } from './label-colour.ts'
import { MAX_RULES, type Rule } from './rules.ts'

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

/** What the drafts make: one with a mistake is kept, and paints nothing; one without a pattern is no rule yet. */
export function rulesOf(drafts: readonly RuleDraft[]): readonly Rule[] {
  return drafts
    .filter(({ term }) => term.pattern !== '')
    .map(({ term, colour, on }) => ({ term, colour, on }))
}

/** The drafts with one more, in the colour that is used least. */
export function withNewDraft(drafts: readonly RuleDraft[]): readonly RuleDraft[] {
  const uses = (colour: LabelColour) => drafts.filter((draft) => draft.colour === colour).length
  const colour = LABEL_COLOURS.reduce((best, one) => (uses(one) < uses(best) ? one : best))
  const term: Term = { kind: 'text', pattern: '', matchCase: false, wholeWord: false }
  return [...drafts, { id: freeId(drafts), term, colour, on: true }]
}

/** The drafts with those rules behind them that are not among them yet; null when there is no room for all. */
export function withRules(
  drafts: readonly RuleDraft[],
  rules: readonly Rule[],
): readonly RuleDraft[] | null {
  const printed = new Set(rulesOf(drafts).map(print))
  const fresh: Rule[] = []
  for (const rule of rules) {
    if (printed.has(print(rule))) continue
    printed.add(print(rule))
    fresh.push(rule)
  }
  const first = freeId(drafts)
  const all = [...drafts, ...fresh.map((rule, at) => ({ ...rule, id: first + at }))]
  return all.length > MAX_RULES ? null : all
}

/** The drafts with this one at that place, from 0; places beyond the ends are the ends. The same array when it is there. */
export function withDraftAt(
  drafts: readonly RuleDraft[],
  id: number,
  place: number,
): readonly RuleDraft[] {
  const from = drafts.findIndex((draft) => draft.id === id)
  const moved = drafts[from]
  const to = Math.max(0, Math.min(place, drafts.length - 1))
  if (moved === undefined || from === to) return drafts
  return drafts.toSpliced(from, 1).toSpliced(to, 0, moved)
}

function freeId(drafts: readonly RuleDraft[]): number {
  return Math.max(-1, ...drafts.map((draft) => draft.id)) + 1
}

/** The same for rules that do the same. */
function print({ term, colour, on }: Rule): string {
  const { kind, pattern, matchCase, wholeWord } = term
  return JSON.stringify([kind, pattern, matchCase, wholeWord, colour, on])
}
