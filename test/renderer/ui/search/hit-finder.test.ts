import { afterEach, describe, expect, it, vi } from 'vitest'
import { HitFinder } from '../../../../src/renderer/ui/search/hit-finder.ts'
import { createHitPainter } from '../../../../src/renderer/ui/search/hit-painter.ts'
import type { Term } from '../../../../src/shared/query.ts'
import { startNodeHitThread } from '../../../support/start-node-hit-thread.ts'

const opened: { close(): void }[] = []
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

function finderOf(source: string) {
  let threads = 0
  const onFound = vi.fn()
  const onRunaway = vi.fn()
  const finder = new HitFinder({
    pattern: { source, flags: 'gu' },
    startThread: () => {
      threads += 1
      return startNodeHitThread()
    },
    onFound,
    onRunaway,
  })
  opened.push(finder)
  return { finder, onFound, onRunaway, threads: () => threads }
}

/** On it `(a+)+$` tries 2^40 ways. */
const ENDLESS = `${'a'.repeat(40)}!`
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

describe('the hits of a pattern', () => {
  it('come a moment later, those of all lines that were asked for together', async () => {
    const { finder, onFound, threads } = finderOf('\\d+')
    expect(finder.hitsOf('a 12 b 3')).toEqual([])
    expect(finder.hitsOf('none')).toEqual([])
    await until(() => expect(onFound).toHaveBeenCalled())
    expect(finder.hitsOf('a 12 b 3')).toEqual([
      { from: 2, to: 4 },
      { from: 7, to: 8 },
    ])
    expect(finder.hitsOf('none')).toEqual([])
    expect(threads()).toBe(1)
  })

  it('of other lines come although one takes for ever', async () => {
    const { finder, onRunaway, threads } = finderOf('(a+)+$')
    finder.hitsOf('aa')
    finder.hitsOf(ENDLESS)
    finder.hitsOf('baaa')
    await until(() => expect(finder.hitsOf('baaa')).toEqual([{ from: 1, to: 4 }]))
    expect(finder.hitsOf('aa')).toEqual([{ from: 0, to: 2 }])
    expect(finder.hitsOf(ENDLESS)).toEqual([])
    expect(onRunaway).not.toHaveBeenCalled()
    expect(threads()).toBe(2)
  })

  it('are given up when many lines take for ever', async () => {
    const { finder, onRunaway, threads } = finderOf('(a+)+$')
    for (let at = 0; at < 9; at++) finder.hitsOf(`${at}${ENDLESS}`)
    await until(() => expect(onRunaway).toHaveBeenCalledOnce())
    const before = threads()
    expect(finder.hitsOf('aaa')).toEqual([])
    await until(() => expect(threads()).toBe(before))
  })

  it('are not looked for once it is closed', async () => {
    const { finder, onFound, threads } = finderOf('a')
    finder.close()
    expect(finder.hitsOf('a')).toEqual([])
    expect(threads()).toBe(0)
    expect(onFound).not.toHaveBeenCalled()
  })
})

describe('a painter of hits', () => {
  const line = (text: string) => ({ text, level: 'none', coloured: false }) as const
  const term = (change: Partial<Term>): Term => ({
    kind: 'text',
    pattern: 'a+',
    matchCase: false,
    wholeWord: false,
    ...change,
  })

  it('paints a text at once', () => {
    const { painter } = createHitPainter(term({}), {
      className: 'hit',
      startThread: startNodeHitThread,
      onChange: () => {
        throw new Error('Nothing is found later.')
      },
    })
    expect(painter?.paint(line('xa+A+'))).toEqual([
      { from: 1, to: 3, className: 'hit' },
      { from: 3, to: 5, className: 'hit' },
    ])
  })

  it('is another one when a regular expression found more', async () => {
    const onChange = vi.fn()
    const made = createHitPainter(term({ kind: 'regexp' }), {
      className: 'hit',
      startThread: startNodeHitThread,
      onChange,
    })
    opened.push(made)
    expect(made.painter?.paint(line('xaa'))).toEqual([])
    await until(() => expect(onChange).toHaveBeenCalled())
    const [later] = onChange.mock.lastCall ?? []
    expect(later.key).not.toBe(made.painter?.key)
    expect(later.paint(line('xaa'))).toEqual([{ from: 1, to: 3, className: 'hit' }])
  })

  it('is none for a pattern with a mistake', () => {
    const made = createHitPainter(term({ kind: 'regexp', pattern: '(' }), {
      className: 'hit',
      startThread: startNodeHitThread,
      onChange: vi.fn(),
    })
    expect(made.painter).toBeNull()
    made.close()
  })
})
