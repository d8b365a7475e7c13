import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { Engine } from '../../src/server/engine/engine.ts'
import { createInlineEngine } from '../../src/server/engine/threads/inline-engine.ts'
import { FileLog } from '../../src/server/log/file-log.ts'
import type { LogView } from '../../src/server/log/view.ts'
import { silentLog } from '../../src/server/own-log.ts'
import { rowNumber } from '../../src/shared/row-number.ts'
import type { ViewRow } from '../../src/shared/views.ts'
import { tempFolder } from './temp-folder.ts'

/** A log that is searched for real; with `engine` in its threads, else in the test's own. */
export async function searchedLog(content: string | Uint8Array, engine?: Engine) {
  const path = join(await tempFolder(), 'app.log')
  writeFileSync(path, content)
  const used = engine ?? createInlineEngine()
  const log = new FileLog({
    id: 'app',
    name: 'app.log',
    origin: { kind: 'file', path },
    path,
    engine: used,
    ownLog: silentLog,
  })
  onTestFinished(async () => {
    await log.close()
    await used.close()
  })
  await log.looked()
  const until = (check: () => void | Promise<void>) =>
    vi.waitFor(check, { timeout: 20_000, interval: 10 })
  return { path, log, until }
}

/** All rows of a view, read in windows as a page would. */
export async function allRows(view: LogView): Promise<ViewRow[]> {
  const rows: ViewRow[] = []
  for (let from = Number(view.state().first); from < view.state().end; ) {
    const window = await view.window(rowNumber(from), rowNumber(view.state().end))
    if (window.from !== from || window.rows.length === 0) break
    rows.push(...window.rows)
    from += window.rows.length
  }
  return rows
}

/** Rows as `grep -n` prints them: the line's number, counted from 1, and its text. */
export function asGrep(rows: readonly ViewRow[]): string[] {
  return rows.map(({ line, text }) => `${line === null ? '?' : line + 1}:${text}`)
}
