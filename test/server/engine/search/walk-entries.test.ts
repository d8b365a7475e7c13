import { describe, expect, it } from 'vitest'
import type { EntryRule } from '../../../../src/server/engine/engine-task.ts'
import { hitsTask } from '../../../../src/server/engine/search/hits-task.ts'
import { searchTask } from '../../../../src/server/engine/search/search-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import type { Query } from '../../../../src/shared/query.ts'
import { runTask } from '../read/run-task.ts'
import { heldFile } from './held-file.ts'

const tools = createTaskTools()
const entryRule: EntryRule = { kind: 'indentation' }

function entriesWith(pattern: string): Query {
  const term = { kind: 'text', pattern, matchCase: true, wholeWord: false } as const
  return { all: [term], any: [], none: [], entries: true }
}

/** How many lines the search counts per block, and how many are found again there. */
function linesFound(text: string, pattern: string, cuts: readonly number[] = []) {
  const bytes = Buffer.from(text)
  const end = bytes.length
  const asked = { file: heldFile({ bytes, encoding: 'utf-8' }), query: entriesWith(pattern), end }
  const counts = new Map<number, number>()
  const places = [0, ...cuts, end]
  for (const [at, from] of places.slice(0, -1).entries()) {
    const range = { from, to: places[at + 1] ?? end }
    const { pieces } = runTask(searchTask({ ...asked, ...range, entryRule, levels: false }, tools))
    for (const { block, hits } of pieces) {
      hits.forEach((count, row) => {
        if (count > 0) counts.set(block + row, (counts.get(block + row) ?? 0) + count)
      })
    }
  }
  const limits = { skip: 0, max: 1e9, maxLineBytes: 100, maxBytes: 1e9 }
  const again = [...counts.keys()].map((block) => {
    const blocks = [{ block, long: false, from: 0, to: end }]
    return runTask(hitsTask({ ...asked, entryRule, blocks, ...limits }, tools)).result.hits.length
  })
  return { counted: [...counts.values()], again }
}

describe('an entry that does not end', () => {
  const long = '  goes on\n'.repeat(60_000)

  it('is cut at the fifth block behind its start: the same for the search and who looks again', () => {
    // Blocks of 64 KiB: the entry starts in the first one, and the line that is cut off in the sixth.
    const own = Math.ceil((5 * 65_536 - 'start\n'.length) / 10) + 1
    expect(linesFound(`start\n${long}`, 'start')).toEqual({ counted: [own], again: [own] })
    // Also where a part begins behind the cut.
    expect(linesFound(`start\n${long}`, 'start', [400_000])).toEqual({
      counted: [own],
      again: [own],
    })
  })

  it('leaves no line without an entry', () => {
    const text = `start\n${long}next\n  goes on\n`
    const found = linesFound(text, 'goes', [70_000, 400_000])
    const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
    expect(sum(found.counted)).toBe(60_003)
    expect(found.again).toEqual(found.counted)
    expect(linesFound(text, 'next')).toEqual({ counted: [2], again: [2] })
  })

  it('is cut where its lines are longer than blocks, too', () => {
    const text = `start\n${`  ${'x'.repeat(1_000_000)}\n`.repeat(3)}  far\nnext\n`
    expect(linesFound(text, 'start')).toEqual({ counted: [2], again: [2] })
    expect(linesFound(text, 'far')).toEqual({ counted: [1], again: [1] })
  })
})
