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

describe('an entry', () => {
  it('ends after 10 000 lines: the same for the search and for those who look again', () => {
    const text = `start\n${'  goes on\n'.repeat(15_000)}next\n  goes on\n`
    expect(linesFound(text, 'start')).toEqual({ counted: [10_000], again: [10_000] })
    expect(linesFound(text, 'next')).toEqual({ counted: [2], again: [2] })
    // Also where a part begins behind the bound.
    expect(linesFound(text, 'goes', [120_000])).toEqual({
      counted: [10_000, 2],
      again: [10_000, 2],
    })
  })

  it('ends where its next line starts 4 MiB behind it', () => {
    const text = `start\n${`  ${'x'.repeat(1_000_000)}\n`.repeat(9)}  far\nnext\n`
    expect(linesFound(text, 'start')).toEqual({ counted: [6], again: [6] })
    expect(linesFound(text, 'far')).toEqual({ counted: [], again: [] })
  })
})
