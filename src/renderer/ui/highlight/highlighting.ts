import { z } from 'zod'
import { createCompactPainter } from '../../highlight/compact-painter.ts'
import { createSyntaxPainter } from '../../highlight/syntax-painter.ts'
import type { Kept } from '../../kept/kept.ts'
import { createStore, type Store } from '../page/store.ts'
import type { HitThread } from '../search/hit-finder.ts'
import { createLabels, type Labels, labelPainter } from './labels.ts'
import type { Painters } from './painters.ts'
import { RulePainter } from './rule-painter.ts'
import { createRules, type Rule, type Rules } from './rules.ts'
import { createSelectedText, type SelectedText } from './selected-text.ts'

export interface HighlightingParts {
  readonly kept: Kept
  readonly painters: Painters
  readonly startThread: () => HitThread
  /** A rule takes too long and paints nothing until it is changed. */
  readonly onRunaway: (rule: Rule) => void
}

/** What colours lines by itself, by rules and by labels; each is one layer of the page's painters. */
export interface Highlighting {
  /** Whether times, addresses and the like are coloured. */
  readonly syntax: Store<boolean>
  readonly rules: Rules
  readonly labels: Labels
  /** What a label is given to. */
  readonly selectedText: SelectedText
  /** Whether lines of JSON are shown as text. */
  readonly compact: Store<boolean>
}

const SYNTAX_KEY = 'highlight-syntax'
const COMPACT_KEY = 'compact-json'

/** The colours as they were kept; they follow every change as long as the page is open. */
export function createHighlighting(parts: HighlightingParts): Highlighting {
  const { kept, painters, startThread, onRunaway } = parts
  const syntaxPainter = createSyntaxPainter()
  const syntax = createStore(kept.read(SYNTAX_KEY, z.boolean(), true))
  const compactPainter = createCompactPainter()
  const compact = createStore(kept.read(COMPACT_KEY, z.boolean(), false))
  const rules = createRules(kept)
  const labels = createLabels(kept)
  let rulePainter: RulePainter | null = null

  const showSyntax = () => painters.set('syntax', syntax.get() ? syntaxPainter : null)
  const showCompact = () => painters.set('compact', compact.get() ? compactPainter : null)
  const showLabels = () => painters.set('labels', labelPainter(labels.get()))
  const showRules = () => {
    rulePainter?.close()
    const list = rules.get()
    rulePainter = new RulePainter(list, {
      startThread,
      onChange: (painter) => painters.set('rules', painter),
      onRunaway: (index) => {
        const rule = list[index]
        if (rule !== undefined) onRunaway(rule)
      },
    })
    painters.set('rules', rulePainter.painter)
  }

  syntax.subscribe(() => {
    kept.write(SYNTAX_KEY, syntax.get())
    showSyntax()
  })
  compact.subscribe(() => {
    kept.write(COMPACT_KEY, compact.get())
    showCompact()
  })
  labels.subscribe(showLabels)
  rules.subscribe(showRules)
  showSyntax()
  showCompact()
  showLabels()
  showRules()
  return { syntax, rules, labels, selectedText: createSelectedText(document), compact }
}
