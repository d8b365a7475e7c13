import { existsSync } from 'node:fs'
import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { BytesGone } from '../../../../src/server/engine/byte-source.ts'
import { EngineLost } from '../../../../src/server/engine/engine.ts'
import type { CountPiece } from '../../../../src/server/engine/engine-task.ts'
import { workerStarter } from '../../../../src/server/engine/threads/start-worker.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { PATIENCE } from '../../../support/patience.ts'
import { tempFolder } from '../../../support/temp-folder.ts'
import { countsOf, linesTask, searchTask, seekTask } from './tasks-on.ts'
import { trapEngine, trapThread } from './trap-engine.ts'

/** A trap: the first line of a log, and the file without which it is harmless. */
async function trap(what: string): Promise<{ line: string; path: string }> {
  const path = join(await tempFolder(), 'set')
  await writeFile(path, '')
  return { line: `trap ${what} ${path}\n`, path }
}

function log(line: string): Buffer {
  return Buffer.concat([Buffer.from(line), Buffer.alloc(3_000_000, 'some line\n')])
}

describe('an engine thread that ends', () => {
  it('in the middle of a task: what was told stays, the rest is done by another thread', async () => {
    const { engine, said } = trapEngine()
    const { line, path } = await trap('exit')
    const bytes = log(line)
    const [hurt, other] = await Promise.all([engineFile(bytes), engineFile('one\ntwo\n')])
    const pieces: CountPiece[] = []
    const counted = engine.run(
      'count',
      { file: hurt.file, from: 0, to: bytes.length },
      { onPiece: (piece) => pieces.push(piece) },
    )
    const lines = engine.run('lines', linesTask(other.file, 8, 9))
    expect(await counted).toEqual({ to: bytes.length })
    expect(existsSync(path)).toBe(false)
    expect(pieces.length).toBeGreaterThan(1)
    expect(countsOf(pieces).reduce((sum, count) => sum + count)).toBe(300_001)
    expect((await lines).ends).toEqual([4, 8])
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^An engine thread ended\. .*"reader"/)
  })

  it('again and again under one task: that task is given up, the others are done', async () => {
    const { engine, said } = trapEngine()
    const bytes = log('trap exit\n')
    const [deadly, other] = await Promise.all([engineFile(bytes), engineFile(log('fine\n'))])
    const counted = engine.run('count', { file: deadly.file, from: 0, to: bytes.length })
    const failed = expect(counted).rejects.toBeInstanceOf(EngineLost)
    const fine = engine.run('count', { file: other.file, from: 0, to: 3_000_005 })
    await failed
    expect(await fine).toEqual({ to: 3_000_005 })
    expect(said).toHaveLength(2)
    await engine.release(deadly.file.fd)
  })

  it('before it is ready: the work is done without threads, and the own log says so', async () => {
    const start = workerStarter({ kind: 'text', text: 'throw new Error("No thread today.")' })
    const { engine, said } = trapEngine({ start })
    const { file } = await engineFile('one\ntwo\n')
    expect((await engine.run('lines', linesTask(file, 8, 9))).ends).toEqual([4, 8])
    expect(await engine.run('search', searchTask(file, 'o', 8))).toEqual({ to: 8 })
    await vi.waitFor(() => {
      expect(said.some((each) => /main thread.*No thread today/.test(each))).toBe(true)
    }, PATIENCE)
  })

  it('never was, as the system has no more: the work is done without threads', async () => {
    const { engine } = trapEngine({
      start: () => {
        throw new Error('EAGAIN')
      },
    })
    const { file } = await engineFile('one\ntwo\n')
    expect((await engine.run('lines', linesTask(file, 8, 9))).ends).toEqual([4, 8])
  })

  it('because a read hangs: its file fails, the others are read on, and release waits for it', async () => {
    const deadlines = { readMs: 300, endMs: 100, cancelledMs: 100 }
    const { engine } = trapEngine({ deadlines })
    const { line, path } = await trap('hang')
    const [hanging, fine] = await Promise.all([engineFile(line), engineFile('fine\n')])
    const hung = engine.run('seek', seekTask(hanging.file))
    const failed = expect(hung).rejects.toBeInstanceOf(BytesGone)
    expect(await engine.run('seek', seekTask(fine.file))).toEqual({ found: null })
    await failed
    let released = false
    const release = engine.release(hanging.file.fd).then(() => {
      released = true
    })
    // Its threads are still in the system: the descriptor is theirs.
    expect(await engine.run('seek', seekTask(fine.file))).toEqual({ found: null })
    expect(released).toBe(false)
    await rm(path)
    await release
  })

  it('because a read hung once: the task is done by the next one', async () => {
    const deadlines = { readMs: 300, endMs: 100, cancelledMs: 100 }
    const { engine, said } = trapEngine({ deadlines })
    const { line, path } = await trap('hang')
    const { file } = await engineFile(line)
    const sought = engine.run('seek', seekTask(file))
    await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 10_000 })
    await rm(path)
    expect(await sought).toEqual({ found: null })
  })

  it('tells what a task throws, and lives on', async () => {
    const { engine, said } = trapEngine()
    const [bad, good] = await Promise.all([engineFile('trap throw\n'), engineFile('good\n')])
    const survey = { from: 0, to: 5, end: 5, format: null }
    await expect(engine.run('survey', { ...survey, file: bad.file })).rejects.toThrow(
      'The survey lost its way.',
    )
    expect(await engine.run('survey', { ...survey, file: good.file })).toEqual({ to: 5 })
    expect(said).toEqual([])
  })

  it('is ended when it has had nothing to do for a while, and started again', async () => {
    let ended = 0
    const { engine, said } = trapEngine({
      deadlines: { idleMs: 20 },
      start: (name, { onMessage, onEnd }) =>
        trapThread(name, {
          onMessage,
          onEnd(error) {
            ended++
            onEnd(error)
          },
        }),
    })
    const { file } = await engineFile('one\ntwo\n')
    for (let round = 1; round <= 3; round++) {
      expect(await engine.run('search', searchTask(file, 'o', 8))).toEqual({ to: 8 })
      await vi.waitFor(() => expect(ended).toBe(round), PATIENCE)
    }
    expect(said).toEqual([])
  })

  it('is ended soon when it only helped to count, and kept for a while when it searched', async () => {
    const ended: string[] = []
    const { engine, said } = trapEngine({
      deadlines: { countedMs: 20 },
      start: (name, { onMessage, onEnd }) =>
        trapThread(name, {
          onMessage,
          onEnd(error) {
            ended.push(name)
            onEnd(error)
          },
        }),
    })
    const { file, path } = await engineFile('one\ntwo\n')
    // A hole, which costs no disk: so long that a scanner helps.
    await truncate(path, 80 * 2 ** 20)
    const count = { file, from: 0, to: 80 * 2 ** 20 }
    await engine.run('count', count)
    await vi.waitFor(() => expect(ended).toEqual(['scanner 1']), PATIENCE)
    await engine.run('search', searchTask(file, 'o', 8))
    await engine.run('count', count)
    expect(ended).toEqual(['scanner 1'])
    expect(said).toEqual([])
  })
})
