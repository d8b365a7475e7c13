import { appendFileSync, copyFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FileLog } from '../../../src/server/log/file-log.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { mixedLines } from '../../support/mixed-lines.ts'
import { asText } from '../../support/numbered-lines.ts'
import { allRows, asGrep, searchedLog } from '../../support/searched-log.ts'
import { lineRange, text, wanted } from '../../support/wanted.ts'

type Happen = (path: string, fresh: () => string) => void

const OPERATIONS: Readonly<Record<string, Happen>> = {
  append: (path, fresh) => appendFileSync(path, fresh()),
  'append half a line': (path, fresh) => appendFileSync(path, fresh().slice(0, -20)),
  rotate: (path, fresh) => {
    renameSync(path, `${path}-${Date.now()}-${Math.random()}`)
    writeFileSync(path, fresh())
  },
  'copy and truncate': (path, fresh) => {
    copyFileSync(path, `${path}.copy-${Date.now()}-${Math.random()}`)
    truncateSync(path, 0)
    appendFileSync(path, fresh())
  },
  'truncate and append': (path, fresh) => {
    truncateSync(path, 0)
    appendFileSync(path, fresh())
  },
  'rewrite in place': (path, fresh) => writeFileSync(path, fresh()),
}

/** All lines that the log can show, as `grep -n` prints them. */
async function allLines(log: FileLog): Promise<string[]> {
  const lines: string[] = []
  for (let from = Number(log.state().first); from < log.state().end; ) {
    const window = await log.lines(lineNumber(from), log.state().end)
    if (window.lines.length === 0) break
    lines.push(...window.lines.map((line, at) => `${from + at + 1}:${line.text}`))
    from += window.lines.length
  }
  return lines
}

it('shows the lines of its log that match, whatever happened to the file', async () => {
  const happenings = fc.array(fc.constantFrom(...Object.keys(OPERATIONS)), {
    minLength: 4,
    maxLength: 10,
  })
  await fc.assert(
    fc.asyncProperty(happenings, fc.nat(1000), async (names, seed) => {
      let made = 0
      const fresh = (): string => asText(mixedLines(40, seed + made++))
      const { log, path, until } = await searchedLog(fresh())
      const view = log.views.open(wanted([text('ERROR')]))
      const part = log.views.open(wanted([text('ERROR')], { lines: lineRange(50, 120) }))
      for (const name of names) {
        OPERATIONS[name]?.(path, fresh)
        // Some follow each other at once, some are seen one by one.
        if (name.length % 2 === 0) await log.looked()
      }
      appendFileSync(path, '\nERROR the last line\n')
      await until(async () => {
        await log.looked()
        expect((await allLines(log)).at(-1)).toContain('ERROR the last line')
        expect(view.state().phase).toEqual({ kind: 'current' })
        expect(asGrep(await allRows(view)).at(-1)).toContain('ERROR the last line')
      })
      const found = (await allLines(log)).filter((line) => line.includes('ERROR'))
      expect(asGrep(await allRows(view))).toEqual(found)
      const inside = found.filter((line) => {
        const number = Number.parseInt(line, 10)
        return number > 50 && number <= 120
      })
      await until(async () => expect(asGrep(await allRows(part))).toEqual(inside))
      await log.close()
    }),
    { numRuns: 25 },
  )
}, 120_000)
