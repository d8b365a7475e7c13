import { closeSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type RunningGenerator,
  startGenerator,
} from '../../../src/server/generator/start-generator.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import { descriptorOf } from '../../support/descriptor-of.ts'
import { PATIENCE } from '../../support/patience.ts'
import { tempFolder } from '../../support/temp-folder.ts'

let folder: string
let path: string
let generator: RunningGenerator | null = null

beforeEach(async () => {
  folder = await tempFolder()
  path = join(folder, 'teste.log')
})

afterEach(async () => {
  await generator?.close()
  generator = null
})

const linesIn = async (file: string) => (await readFile(file, 'utf8')).split('\n').length - 1

describe('startGenerator', () => {
  it('writes the first line at once and stops after the number asked for', async () => {
    generator = startGenerator({ file: path, interval: 5, lines: 7 })
    await expect.poll(() => generator?.state().kind).toBe('off')
    expect(generator.lines).toBe(7)
    expect(await linesIn(path)).toBe(7)
  })

  it('writes batches of whole lines at a high rate', async () => {
    generator = startGenerator({ file: path, rate: 200_000, lines: 30_000, format: 'json' })
    await expect.poll(() => generator?.state().kind, { timeout: 20_000 }).toBe('off')
    const text = await readFile(path, 'utf8')
    const lines = text.split('\n')
    expect(lines.pop()).toBe('')
    expect(lines).toHaveLength(30_000)
    for (const line of lines) expect(line).toMatch(/^\{.*\}$/)
  })

  it('shows the times of the clock that it was given', async () => {
    generator = startGenerator({
      file: path,
      lines: 1,
      format: 'logfmt',
      now: () => Date.UTC(2001, 8, 9),
    })
    await expect.poll(() => generator?.state().kind).toBe('off')
    expect(await readFile(path, 'utf8')).toMatch(/^ts=2001-09-09T00:00:00.000Z /)
  })

  it('follows the rotation of its own file without losing a line', async () => {
    generator = startGenerator({ file: path, interval: 2 })
    await expect.poll(() => generator?.lines).toBeGreaterThan(3)
    await rename(path, `${path}.1`)
    await vi.waitFor(async () => expect(await linesIn(path)).toBeGreaterThan(3), PATIENCE)
    await generator.close()
    expect((await linesIn(path)) + (await linesIn(`${path}.1`))).toBe(generator.lines)
  })

  it('says once that its folder was removed, and goes on when it is back', async () => {
    const states: string[] = []
    const sentences: string[] = []
    generator = startGenerator({
      file: path,
      interval: 2,
      ownLog: {
        info: (message) => sentences.push(message),
        warn: (message) => sentences.push(message),
        error: (message) => sentences.push(message),
      },
    })
    generator.onChange((state) => states.push(state.kind))
    await expect.poll(() => generator?.lines).toBeGreaterThan(0)
    await rm(folder, { recursive: true, maxRetries: 5 })
    await expect.poll(() => generator?.state().kind).toBe('failed')
    expect(generator.state()).toEqual({ kind: 'failed', code: 'ENOENT', path })
    const written = generator.lines
    await mkdir(folder)
    await expect.poll(() => generator?.lines, { timeout: 10_000 }).toBeGreaterThan(written)
    expect(generator.state().kind).toBe('running')
    expect(sentences).toEqual([
      'The generator cannot write its file and tries again.',
      'The generator writes again.',
    ])
    expect(states.filter((kind) => kind === 'failed')).toHaveLength(1)
  })

  it('says off as the last thing, and nothing after an unsubscribe', async () => {
    generator = startGenerator({ file: path, interval: 2 })
    const states: string[] = []
    const nothing: string[] = []
    generator.onChange((state) => states.push(state.kind))
    generator.onChange((state) => nothing.push(state.kind))()
    await expect.poll(() => generator?.lines).toBeGreaterThan(0)
    await Promise.all([generator.close(), generator.close()])
    expect(states.at(-1)).toBe('off')
    expect(nothing).toEqual([])
    expect(await linesIn(path)).toBe(generator.lines)
  })

  // /proc names the descriptor to close behind the generator's back.
  it.skipIf(process.platform !== 'linux')('ends also when its file cannot be closed', async () => {
    const warnings: string[] = []
    const ownLog = { ...silentLog, warn: (message: string) => void warnings.push(message) }
    generator = startGenerator({ file: path, interval: 86_400_000, ownLog })
    await expect.poll(() => generator?.lines).toBe(1)
    closeSync(descriptorOf(path))
    await generator.close()
    expect(generator.state().kind).toBe('off')
    expect(warnings).toEqual(["The generator's file could not be closed."])
  })

  it('refuses numbers that are not above zero', () => {
    expect(() => startGenerator({ file: path, interval: 0 })).toThrow(RangeError)
    expect(() => startGenerator({ file: path, rate: Number.NaN })).toThrow(/rate/)
    expect(() => startGenerator({ file: path, lines: -1 })).toThrow(RangeError)
  })
})
