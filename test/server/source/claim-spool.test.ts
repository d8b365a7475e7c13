import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../../../src/server/own-log.ts'
import { claimSpool } from '../../../src/server/source/claim-spool.ts'
import { processMark } from '../../../src/server/source/process-mark.ts'
import { spoolPath } from '../../../src/server/source/spool-path.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const URL_OF = new URL('http://h.example:8000/')

function claim(folder: string) {
  const one = claimSpool(folder, URL_OF, silentLog)
  onTestFinished(() => one.release?.())
  return one
}

/** Another process that has the spool; answers the path that it was given. */
async function otherProcess(folder: string) {
  const script = join(import.meta.dirname, '../../support/claim-until-killed.ts')
  const child = spawn(process.execPath, [script, URL_OF.href, folder])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [path] = await once(child.stdout.setEncoding('utf8'), 'data')
  const kill = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { path: String(path).trim(), kill }
}

/** What a process of another time left behind. */
async function leave(folder: string, mark: string): Promise<string> {
  const first = claim(folder)
  first.release?.()
  const lock = first.path.replace(/\.log$/, '.lock')
  await writeFile(lock, mark)
  return lock
}

describe('claimSpool', () => {
  const first = (folder: string) => spoolPath(folder, URL_OF)
  const second = (folder: string) => spoolPath(folder, URL_OF, 2)

  it('gives each its own, and what is given back to the next one', async () => {
    const folder = await tempFolder()
    const one = claim(folder)
    expect(one.path).toBe(first(folder))
    expect(claim(folder).path).toBe(second(folder))
    expect(claim(folder).path).toBe(spoolPath(folder, URL_OF, 3))
    one.release?.()
    expect(claim(folder).path).toBe(first(folder))
  })

  it('leaves nothing behind but the spool', async () => {
    const folder = await tempFolder()
    claim(folder).release?.()
    expect(await readdir(dirname(first(folder)))).toEqual([])
  })

  it('never gives what another process has, until that one is killed', async () => {
    const folder = await tempFolder()
    const other = await otherProcess(folder)
    expect(other.path).toBe(first(folder))
    const mine = claim(folder)
    expect(mine.path).toBe(second(folder))
    expect((await otherProcess(folder)).path).toBe(spoolPath(folder, URL_OF, 3))
    mine.release?.()
    await other.kill()
    expect(claim(folder).path).toBe(first(folder))
  })

  it.each([
    ['a process that had the number of this one', `${process.pid} 1\n`],
    ['a process that is gone', `${2 ** 22 + 1} 1\n`],
    ['nobody that can be told', 'half a li'],
    ['nobody', ''],
  ])('is not kept from it by %s', async (_who, mark) => {
    const folder = await tempFolder()
    await leave(folder, mark)
    expect(claim(folder).path).toBe(first(folder))
  })

  it('knows, where no start of a process is told, what comes from before the system started', async () => {
    const folder = await tempFolder()
    const lock = await leave(folder, `${process.ppid} -\n`)
    expect(claim(folder).path).toBe(second(folder))
    const before = Date.now() / 1000 - uptime() - 60
    await utimes(lock, before, before)
    expect(claim(folder).path).toBe(first(folder))
  })

  it('answers the first where the disk refuses to tell', async () => {
    const folder = join(await tempFolder(), 'a-file')
    await writeFile(folder, '')
    expect(claim(folder).path).toBe(first(folder))
  })
})

describe('processMark', () => {
  it('is the same for the same process only', () => {
    expect(processMark(process.pid)).toBe(processMark(process.pid))
    expect(processMark(process.pid)).not.toBe(processMark(process.ppid))
  })
})
