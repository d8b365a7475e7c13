import {
  appendFileSync,
  copyFileSync,
  renameSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Engine } from '../../../src/server/engine/engine.ts'
import { FileLog } from '../../../src/server/log/file-log.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { inlineEngine } from '../../support/inline-engine.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const OLD = numberedLines('old', 700_000)
const NEW = numberedLines('new', 1000)
const TEXT = asText(OLD)

/** Opens a log of 8 MB, and changes its file when the first part of it is counted. */
async function changedWhileIndexed(change: (path: string) => void) {
  const path = join(await tempFolder(), 'app.log')
  writeFileSync(path, TEXT)
  const inline = inlineEngine()
  let changed = false
  const engine: Engine = {
    run: (kind, task, options) =>
      inline.run(kind, task, {
        ...options,
        onPiece: (piece) => {
          options?.onPiece?.(piece)
          if (kind !== 'count' || changed) return
          changed = true
          change(path)
        },
      }),
    release: (fd) => inline.release(fd),
    close: () => inline.close(),
  }
  const origin = { kind: 'file', path } as const
  const log = new FileLog({ id: 'app', name: 'app.log', origin, path, engine, ownLog: silentLog })
  onTestFinished(() => log.close())
  await log.looked()
  const until = async (check: () => void) => {
    await vi.waitFor(check, { timeout: 20_000, interval: 10 })
    expect(changed).toBe(true)
  }
  const texts = async (from: number, to: number) =>
    (await log.lines(lineNumber(from), lineNumber(to))).lines.map(({ text }) => text)
  return { path, log, until, texts }
}

describe('a log whose index is half built', () => {
  it('counts what is appended meanwhile', async () => {
    const { log, until, texts } = await changedWhileIndexed((path) => {
      appendFileSync(path, TEXT.replaceAll('old', 'too') + asText(NEW))
    })
    await until(() => expect(log.state().end).toBe(2 * OLD.length + NEW.length))
    expect(log.state().indexed).toBe(log.state().bytes)
    expect(await texts(699_999, 700_001)).toEqual(['old 699999', 'too 0'])
    expect(await texts(1_400_000, 1_400_001)).toEqual(['new 0'])
  })

  it('counts to its end when its file is deleted', async () => {
    const { log, until, texts } = await changedWhileIndexed(unlinkSync)
    await until(() =>
      expect(log.state()).toMatchObject({ end: OLD.length, phase: { kind: 'waiting' } }),
    )
    expect(await texts(699_999, 700_000)).toEqual(['old 699999'])
  })

  it('counts to its end when its file is rotated away, and then the new one', async () => {
    const { log, until, texts } = await changedWhileIndexed((path) => {
      renameSync(path, `${path}.1`)
      writeFileSync(path, asText(NEW))
    })
    await until(() => expect(log.state()).toMatchObject({ end: 701_000, rotations: 1 }))
    expect(await texts(699_999, 700_001)).toEqual(['old 699999', 'new 0'])
  })

  it('goes on in the copy when its file is copied and truncated', async () => {
    const { log, until, texts } = await changedWhileIndexed((path) => {
      copyFileSync(path, `${path}.1`)
      truncateSync(path, 0)
      appendFileSync(path, asText(NEW))
    })
    await until(() => expect(log.state()).toMatchObject({ end: 701_000, rotations: 1 }))
    expect(await texts(699_999, 700_001)).toEqual(['old 699999', 'new 0'])
  })

  it('takes no line of another content that begins alike for one of the copy', async () => {
    // The same KiB at the head, so that nothing but the copy tells what was in the file.
    const banner = TEXT.slice(0, 2000)
    const { log, until, texts } = await changedWhileIndexed((path) => {
      copyFileSync(path, `${path}.1`)
      truncateSync(path, 0)
      appendFileSync(path, `${banner}\n${'\n'.repeat(9_000_000)}`)
    })
    await until(() => expect(log.state()).toMatchObject({ rotations: 1 }))
    await until(() => expect(log.state().indexed).toBe(log.state().bytes))
    expect(await texts(699_998, 700_001)).toEqual(['old 699998', 'old 699999', 'old 0'])
  })

  it('has only the new lines when its file is emptied and there is no copy', async () => {
    const { log, until, texts } = await changedWhileIndexed((path) => {
      writeFileSync(path, asText(NEW))
    })
    await until(() => expect(log.state()).toMatchObject({ rotations: 1 }))
    await until(() => expect(log.state().indexed).toBe(log.state().bytes))
    const { first, end } = log.state()
    expect(end - first).toBe(NEW.length)
    expect(await texts(first, end)).toEqual(NEW)
  })
})
