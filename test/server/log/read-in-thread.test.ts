import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BytesGone } from '../../../src/server/engine/byte-source.ts'
import type { Engine } from '../../../src/server/engine/engine.ts'
import type { TaskKind } from '../../../src/server/engine/engine-task.ts'
import { FileLog } from '../../../src/server/log/file-log.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { encodeText } from '../../support/encode-text.ts'
import { inlineEngine } from '../../support/inline-engine.ts'
import { PATIENCE } from '../../support/patience.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** An engine that tells which tasks it ran; `lost` lets every window fail as if the file went away. */
function tellingEngine(lost = false) {
  const engine = inlineEngine()
  const ran: TaskKind[] = []
  const telling: Engine = {
    run: (kind, task, options) => {
      ran.push(kind)
      if (lost && kind === 'lines') return Promise.reject(new BytesGone('It went away.'))
      return engine.run(kind, task, options)
    },
    release: (fd) => engine.release(fd),
    close: () => engine.close(),
  }
  return { engine: telling, windows: () => ran.filter((kind) => kind === 'lines').length }
}

async function openLog(content: string | Uint8Array, lines: number, engine: Engine) {
  const path = join(await tempFolder(), 'app.log')
  await writeFile(path, content)
  const origin = { kind: 'file', path } as const
  const log = new FileLog({
    id: 'app',
    name: 'app.log',
    origin,
    path,
    engine,
    ownLog: silentLog,
  })
  onTestFinished(() => log.close())
  await vi.waitFor(() => expect(log.state().end).toBe(lines), PATIENCE)
  const window = async (from: number, to: number) =>
    (await log.lines(lineNumber(from), lineNumber(to))).lines.map(({ text }) => text)
  return { path, log, window }
}

const LINES = Array.from({ length: 60_000 }, (_, at) => `line ${at} with some words, é and €`)

describe('windows of a log', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'come from a thread, at any place of a log in %s',
    async (encoding) => {
      const { engine, windows } = tellingEngine()
      const bytes = encodeText(`\ufeff${LINES.join('\r\n')}\r\n`, encoding)
      const { window } = await openLog(bytes, LINES.length, engine)
      for (const from of [0, 1, 777, 29_999, 59_000]) {
        expect(await window(from, from + 500)).toEqual(LINES.slice(from, from + 500))
      }
      expect(windows()).toBe(5)
    },
  )

  it('come from memory where the newest lines are', async () => {
    const { engine, windows } = tellingEngine()
    const { path, log, window } = await openLog(`${LINES.join('\n')}\n`, LINES.length, engine)
    const fresh = Array.from({ length: 4000 }, (_, at) => `fresh ${at} ${'x'.repeat(40)}`)
    await appendFile(path, `${fresh.join('\n')}\n`)
    log.look()
    await vi.waitFor(() => expect(log.state().end).toBe(64_000), PATIENCE)
    expect(await window(63_900, 64_000)).toEqual(fresh.slice(-100))
    expect(windows()).toBe(0)
  })

  it('pass over a long line by the index, not in a thread', async () => {
    const { engine, windows } = tellingEngine()
    const text = `${LINES[0]}\n${'z'.repeat(8_000_000)}\n${LINES.join('\n')}\n`
    const { window } = await openLog(text, LINES.length + 2, engine)
    const [first, long, third] = await window(0, 3)
    expect([first, third]).toEqual([LINES[0], LINES[0]])
    expect(long).toMatch(/^z+$/)
    expect(windows()).toBe(0)
    expect(await window(3, 5)).toEqual(LINES.slice(1, 3))
    expect(windows()).toBe(1)
  })

  it('are read here when the thread finds the file gone', async () => {
    const { engine, windows } = tellingEngine(true)
    const { window } = await openLog(`${LINES.join('\n')}\n`, LINES.length, engine)
    expect(await window(40, 90)).toEqual(LINES.slice(40, 90))
    expect(windows()).toBe(1)
  })
})
