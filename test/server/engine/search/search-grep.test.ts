import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { searchTask } from '../../../../src/server/engine/search/search-task.ts'
import type { Query, Term } from '../../../../src/shared/query.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { runTask } from '../read/run-task.ts'
import { SCANNERS } from '../scan/scanners.ts'

/** A search and the same in grep's words. */
interface Search {
  readonly term: Partial<Term> & { readonly pattern: string }
  readonly grep: readonly string[]
}

/** Where JavaScript's dialect and grep's say the same. */
const SEARCHES: readonly Search[] = [
  { term: { kind: 'text', pattern: 'ERROR' }, grep: ['-F', 'ERROR'] },
  { term: { kind: 'text', pattern: 'a.b[c' }, grep: ['-F', 'a.b[c'] },
  { term: { kind: 'text', pattern: 'task', matchCase: false }, grep: ['-iF', 'task'] },
  { term: { kind: 'text', pattern: 'conexão' }, grep: ['-F', 'conexão'] },
  { term: { kind: 'text', pattern: 'CONEXÃO', matchCase: false }, grep: ['-iF', 'conexão'] },
  { term: { kind: 'text', pattern: 'err', wholeWord: true }, grep: ['-wF', 'err'] },
  { term: { kind: 'text', pattern: 'é', wholeWord: true }, grep: ['-wF', 'é'] },
  { term: { pattern: 'took [0-9]+ms' }, grep: ['-E', 'took [0-9]+ms'] },
  { term: { pattern: '^[0-9]{4}-[0-9]{2}' }, grep: ['-E', '^[0-9]{4}-[0-9]{2}'] },
  { term: { pattern: '[0-9a-f]{8}' }, grep: ['-E', '[0-9a-f]{8}'] },
  { term: { pattern: '7ms$' }, grep: ['-E', '7ms$'] },
  { term: { pattern: '^$' }, grep: ['-E', '^$'] },
  { term: { pattern: 'error|warn|fatal', matchCase: false }, grep: ['-iE', 'error|warn|fatal'] },
  { term: { pattern: '(GET|POST) /[a-z]+/[0-9]+ 5' }, grep: ['-E', '(GET|POST) /[a-z]+/[0-9]+ 5'] },
  { term: { pattern: 'task[^0-9]*[0-9]{3}' }, grep: ['-E', 'task[^0-9]*[0-9]{3}'] },
  { term: { pattern: '.{150}' }, grep: ['-E', '.{150}'] },
  { term: { pattern: 'n.o ' }, grep: ['-E', 'n.o '] },
]

/** 30 000 lines of some kinds, the same each time. */
function logText(): string {
  let seed = 17
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const pick = (of: readonly string[]): string => of[next(of.length)] ?? ''
  const kinds = [
    () => `2026-11-${10 + next(20)} ERROR task ${next(2000)} took ${next(500)}ms`,
    () =>
      `2026-11-${10 + next(20)} ${pick(['info', 'Warn', 'warning', 'FATAL'])} err=${next(9)} Task_${next(300)}`,
    () =>
      `${pick(['GET', 'POST', 'PUT'])} /${pick(['users', 'items'])}/${next(900)} ${100 + next(500)} ${next(99)}ms`,
    () =>
      `id=${(next(2 ** 30) * 4).toString(16)} ${pick(['conexão', 'Conexão', 'CONEXÃO', 'café', 'é'])} não ${next(9)}`,
    () => `\tat com.example.Task$${next(99)}.run(Task.java:${next(900)}) a.b[c${next(4)}]`,
    () => '',
    () => `${'x'.repeat(next(400))} ${pick(['err', 'errs', '_err', 'err!'])}`,
  ]
  return Array.from({ length: 30_000 }, () => `${kinds[next(kinds.length)]?.() ?? ''}\n`).join('')
}

describe.each(SCANNERS)('a search is equal to grep: %s', (_, create) => {
  const text = logText()

  it.each(SEARCHES)('$grep', async ({ term, grep }) => {
    const { file, path } = await engineFile(text)
    const end = Buffer.byteLength(text)
    const query: Query = {
      all: [{ kind: 'regexp', matchCase: true, wholeWord: false, ...term }],
      any: [],
      none: [],
      entries: false,
    }
    const range = { file, from: 0, to: end, end }
    const task = { ...range, query, entryRule: { kind: 'indentation' }, levels: false } as const
    const { pieces } = runTask(searchTask(task, { scanner: create(1_200_000) }))
    const found = pieces.flatMap(({ hits }) => [...hits]).reduce((sum, hits) => sum + hits, 0)
    const env = { ...process.env, LC_ALL: 'C.UTF-8' }
    const expected = Number(execFileSync('grep', ['-c', ...grep, path], { env, encoding: 'utf8' }))
    expect(expected).toBeGreaterThan(0)
    expect(found).toBe(expected)
  })
})
