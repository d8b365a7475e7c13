import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import type { SearchPiece } from '../../../../src/server/engine/engine-task.ts'
import { createInlineEngine } from '../../../../src/server/engine/threads/inline-engine.ts'
import type { Query, Term } from '../../../../src/shared/query.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { grep } from '../../../support/grep.ts'
import { regexp, text } from '../../../support/wanted.ts'

const WORDS = [
  ...[
    'GET /api/users',
    'POST /api/orders',
    'timeout',
    'timed out',
    'ERROR',
    'Error',
    'warn',
    'naïve',
  ],
  ...[
    'café',
    'CAFÉ',
    '日本',
    '😀',
    'foo_bar',
    'foo-bar',
    'a',
    'b',
    'retry=3',
    '[main]',
    '10.0.0.1',
  ],
  ...['took 17ms', 'took 1250ms', 'x', 'xx', 'xxx', '(none)', '*', 'c:\\temp', 'end'],
]

/** About 5 MB, the same each time; `plain` has ASCII only. */
function generatedLog(plain: boolean): string {
  const words = plain ? WORDS.filter((word) => /^[\x20-\x7e]+$/.test(word)) : WORDS
  let state = 7
  const below = (bound: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const lines: string[] = []
  for (let bytes = 0; bytes < 5_000_000; bytes += (lines.at(-1)?.length ?? 0) + 1) {
    const picked = Array.from({ length: below(14) }, () => words[below(words.length)])
    const isEmpty = below(50) === 0
    lines.push(isEmpty ? '' : `2026-11-${10 + below(20)} ${below(1e6)} ${picked.join(' ')}`)
  }
  return `${lines.join('\n')}\n`
}

const TEXTS = [
  'ERROR',
  'timeout',
  'a',
  '10.0.0.1',
  '[main]',
  'c:\\temp',
  '*',
  'café',
  '日本',
  'nowhere',
]
const PATTERNS = [
  'ERROR|warn',
  'time(out|d)',
  'took [0-9]+ms',
  '[0-9]{4}ms',
  '^2026-11-1[0-4]',
  'end$',
  '^$',
  '^[^ ]+ [0-9]{1,3} ',
  '(GET|POST) /api/[a-z]+',
  'x{2,3}( |$)',
  '[^a-zA-Z0-9 :.=_/-]{2}',
  '( a| b){3}',
  'GET.*ERROR.*end',
  'caf[éx]',
  '日.',
  '[[]main[]]',
]

describe.each([
  ['ASCII', true],
  ['other letters', false],
])('a search in 5 MB of %s', (_, plain) => {
  const content = generatedLog(plain)
  const bytes = Buffer.from(content)

  async function search(term: Term, facts: Partial<Query> = {}) {
    const { file, close } = await engineFile(bytes)
    const engine = createInlineEngine()
    const query: Query = { all: [term], any: [], none: [], entries: false, ...facts }
    const end = bytes.length
    const common = { file, query, end, entryRule: { kind: 'indentation' } } as const
    const range = { from: 0, to: end }
    const blocks = new Set<number>()
    let count = 0
    const onPiece = ({ block, hits }: SearchPiece): void => {
      for (const [at, found] of hits.entries()) {
        if (found > 0) blocks.add(block + at)
        count += found
      }
    }
    await engine.run('search', { ...common, ...range, levels: false }, { onPiece })
    const again = [...blocks].map((block) => ({ block, long: false, ...range }))
    const limits = { skip: 0, max: 1000, maxLineBytes: BLOCK_BYTES, maxBytes: 1e9 }
    const { hits } = await engine.run('hits', { ...common, ...limits, blocks: again })
    await engine.close()
    await close()
    return { count, first: hits.map(({ line }) => line.text) }
  }

  function found(...parameters: readonly string[]) {
    const lines = grep(content, ...parameters)
    const first = lines.slice(0, 1000).map((line) => line.slice(line.indexOf(':') + 1))
    return { count: lines.length, first }
  }

  it.each(TEXTS)('finds the text %s as grep -F does', async (pattern) => {
    expect(await search(text(pattern))).toEqual(found('-F', '-e', pattern))
    const inverted = { all: [], none: [text(pattern)] }
    expect(await search(text(pattern), inverted)).toEqual(found('-F', '-v', '-e', pattern))
    const ignored = text(pattern, { matchCase: false })
    expect(await search(ignored)).toEqual(found('-F', '-i', '-e', pattern))
  })

  it.each(PATTERNS)('finds %s as grep -E does', async (pattern) => {
    expect(await search(regexp(spelled(pattern)))).toEqual(found('-E', '-e', pattern))
    const ignored = regexp(spelled(pattern), { matchCase: false })
    expect(await search(ignored)).toEqual(found('-E', '-i', '-e', pattern))
  })

  it.each(['foo', 'x', 'a'])('finds the whole word %s as grep -w does', async (word) => {
    expect(await search(text(word, { wholeWord: true }))).toEqual(found('-F', '-w', '-e', word))
  })
})

/** POSIX has no escapes in brackets: there a bracket stands for itself. */
function spelled(pattern: string): string {
  return pattern.replace('[[]', '\\[').replace('[]]', '\\]')
}
