import { describe, expect, it, vi } from 'vitest'
import type { Painter } from '../../../../src/renderer/list/painter.ts'
import { RulePainter } from '../../../../src/renderer/ui/highlight/rule-painter.ts'
import type { Rule } from '../../../../src/renderer/ui/highlight/rules.ts'
import { answerHits } from '../../../../src/renderer/ui/search/answer-hits.ts'
import type { HitThread } from '../../../../src/renderer/ui/search/hit-finder.ts'
import type { HitMessage } from '../../../../src/renderer/ui/search/hit-messages.ts'
import { PATIENCE } from '../../../support/patience.ts'

const LINE = { text: 'order 17 failed, order 18 placed', level: 'none', coloured: false } as const

const rule = (pattern: string, change: Partial<Rule> = {}, kind: 'text' | 'regexp' = 'text') => ({
  term: { kind, pattern, matchCase: false, wholeWord: false },
  colour: 1 as const,
  on: true,
  ...change,
})

/** A thread that answers in the next turn; one that is stuck never does. */
function startThread(isStuck = false): HitThread {
  let tell: (message: HitMessage) => void = () => undefined
  return {
    ask: (question) => {
      if (!isStuck) queueMicrotask(() => answerHits(question, tell))
    },
    listen(listener) {
      tell = listener
      queueMicrotask(() => tell({ kind: 'ready' }))
    },
    end() {
      tell = () => undefined
    },
  }
}

function paintersOf(rules: readonly Rule[], isStuck = false) {
  const changes: (Painter | null)[] = []
  const runaways: number[] = []
  const rulePainter = new RulePainter(rules, {
    startThread: () => startThread(isStuck),
    onChange: (painter) => changes.push(painter),
    onRunaway: (index) => runaways.push(index),
  })
  return { rulePainter, changes, runaways }
}

describe('the painter of rules', () => {
  it('paints texts at once, each in its colour, the later rule last', () => {
    const { rulePainter } = paintersOf([rule('ORDER'), rule('order 18', { colour: 2 })])
    expect(rulePainter.painter?.paint(LINE)).toEqual([
      { from: 0, to: 5, className: 'label label-1' },
      { from: 17, to: 22, className: 'label label-1' },
      { from: 17, to: 25, className: 'label label-2' },
    ])
  })

  it('paints nothing for rules that are off, or have a mistake', () => {
    const { rulePainter } = paintersOf([rule('order', { on: false }), rule('(', {}, 'regexp')])
    expect(rulePainter.painter).toBeNull()
  })

  it('finds patterns in a thread, and then has another painter that paints them', async () => {
    const { rulePainter, changes } = paintersOf([rule('order \\d+', {}, 'regexp')])
    const before = rulePainter.painter
    expect(before?.paint(LINE)).toEqual([])
    await vi.waitFor(() => expect(changes).toHaveLength(1), PATIENCE)
    expect(changes[0]?.key).not.toBe(before?.key)
    expect(changes[0]?.paint(LINE)).toEqual([
      { from: 0, to: 8, className: 'label label-1' },
      { from: 17, to: 25, className: 'label label-1' },
    ])
    rulePainter.close()
  })

  it('gives up a pattern that takes too long, and goes on with the others', async () => {
    const { rulePainter, changes, runaways } = paintersOf(
      [rule('(a+)+$', {}, 'regexp'), rule('failed')],
      true,
    )
    // Each text that is never answered costs the pattern one of its chances.
    for (let text = 0; runaways.length === 0 && text < 8; text += 1) {
      rulePainter.painter?.paint({ ...LINE, text: `line ${text}` })
    }
    await vi.waitFor(() => expect(runaways).toEqual([0]), PATIENCE)
    expect(changes.at(-1)?.paint(LINE)).toEqual([{ from: 9, to: 15, className: 'label label-1' }])
    rulePainter.close()
  })
})
