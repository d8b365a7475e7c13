import { describe, expect, it } from 'vitest'
import { hitsTask } from '../../../../src/server/engine/search/hits-task.ts'
import { searchTask } from '../../../../src/server/engine/search/search-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import type { Encoding } from '../../../../src/shared/encoding.ts'
import { MAX_LINE_BYTES } from '../../../../src/shared/max-line-bytes.ts'
import type { Query, Term } from '../../../../src/shared/query.ts'
import { encodeText } from '../../../support/encode-text.ts'
import { regexp, text } from '../../../support/wanted.ts'
import { runTask } from '../read/run-task.ts'
import { heldFile } from './held-file.ts'

const tools = createTaskTools()

/** A line of `length` bytes, with `word` at `at`. */
function longLine(length: number, word: string, at: number): Buffer {
  const line = Buffer.alloc(length, 'y')
  line.write(word, at)
  return line
}

/** The lines that a search counts, and those that are found again: offsets. */
function search(bytes: Buffer, term: Term, facts: Partial<Query> = {}, encoding?: Encoding) {
  const file = heldFile({ bytes, encoding: encoding ?? 'utf-8' })
  const query: Query = { all: [term], any: [], none: [], entries: false, ...facts }
  const end = bytes.length
  const range = { from: 0, to: end }
  const common = { file, query, end, entryRule: { kind: 'indentation' } } as const
  const { pieces } = runTask(searchTask({ ...common, ...range, levels: false }, tools))
  const blocks = pieces.flatMap(({ block, hits, long }) =>
    [...hits.keys()]
      .filter((at) => hits[at] !== 0)
      .map((at) => ({ block: block + at, long: long.includes(block + at), ...range })),
  )
  const limits = { skip: 0, max: 100, maxLineBytes: 10, maxBytes: 1e9 }
  const { hits } = runTask(hitsTask({ ...common, ...limits, blocks }, tools)).result
  const count = pieces.flatMap((piece) => [...piece.hits]).reduce((sum, one) => sum + one, 0)
  expect(hits).toHaveLength(count)
  return hits.map(({ offset }) => offset)
}

const LENGTH = MAX_LINE_BYTES + 3 * 1024 * 1024
const SHORT = Buffer.from('short\n')

describe('a line that is longer than a pattern sees', () => {
  it.each([
    ['before the part that is not seen', 1000],
    ['up to its end', MAX_LINE_BYTES - 6],
    ['over its end', MAX_LINE_BYTES - 3],
    ['behind it', MAX_LINE_BYTES],
    ['over the end of a read behind it', MAX_LINE_BYTES + 1024 * 1024 - 8],
    ['at the end of the line', LENGTH - 6],
  ])('has a literal %s', (_, at) => {
    const line = longLine(LENGTH, 'needle', at)
    for (const behind of [Buffer.from('\nneedle\n'), Buffer.from('\n'), Buffer.alloc(0)]) {
      const bytes = Buffer.concat([SHORT, line, behind])
      const others = behind.length > 1 ? [SHORT.length + LENGTH + 1] : []
      expect(search(bytes, text('needle'))).toEqual([SHORT.length, ...others])
      expect(search(bytes, text('NEEDLE', { matchCase: false }))).toEqual([SHORT.length, ...others])
      expect(search(bytes, text('needle'), { all: [], none: [text('needle')] })).toEqual([0])
    }
  })

  it.each([-2, -1, 0, 1, 2, 3, 4, 5])(
    'has a literal at its end when it is %i bytes longer',
    (more) => {
      const length = MAX_LINE_BYTES + more
      const bytes = Buffer.concat([
        longLine(length, 'needle', length - 6),
        Buffer.from('\nshort\n'),
      ])
      expect(search(bytes, text('needle'))).toEqual([0])
    },
  )

  it('has no literal of the line behind it', () => {
    const bytes = Buffer.concat([longLine(LENGTH, 'other', 0), Buffer.from('\nneedle\n')])
    expect(search(bytes, text('needle'))).toEqual([LENGTH + 1])
  })

  it('is seen by a pattern up to there only', () => {
    const near = longLine(LENGTH, 'needle 17', MAX_LINE_BYTES - 9)
    expect(search(near, regexp('needle \\d+'))).toEqual([0])
    const far = longLine(LENGTH, 'needle 17', MAX_LINE_BYTES)
    expect(search(far, regexp('needle \\d+'))).toEqual([])
  })

  it.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])(
    'begins behind its mark and its hole in %s',
    (encoding) => {
      const line = encodeText(`first${'y'.repeat(1_500_000)}\nsecond\n`, encoding)
      const mark = encodeText('\ufeff', encoding)
      expect(search(Buffer.concat([mark, line]), regexp('^first'), {}, encoding)).toEqual([0])
      const hole = Buffer.alloc(3_000_000)
      const short = encodeText('short\n', encoding)
      const holed = Buffer.concat([short, hole, line])
      expect(search(holed, regexp('^first'), {}, encoding)).toEqual([short.length])
      expect(search(holed, text('\0'), {}, encoding)).toEqual([])
    },
  )
})
