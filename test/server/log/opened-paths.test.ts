import { appendFile, mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { OpenedPaths } from '../../../src/server/log/opened-paths.ts'
import { MAX_PLACE_LOGS } from '../../../src/server/log/place-logs.ts'
import { LogRegistry } from '../../../src/server/log/registry.ts'
import type { OwnLog } from '../../../src/server/own-log.ts'
import { inlineEngine } from '../../support/inline-engine.ts'
import { tempFolder } from '../../support/temp-folder.ts'

function openRegistry() {
  const warnings: string[] = []
  const ownLog: OwnLog = {
    info: () => undefined,
    warn: (message) => {
      warnings.push(message)
    },
    error: () => undefined,
  }
  const registry = new LogRegistry({ engine: inlineEngine(), ownLog })
  const opened = new OpenedPaths({ registry, ownLog })
  onTestFinished(async () => {
    await opened.close()
    await registry.close()
  })
  const names = () => registry.list().map((log) => log.state().name)
  return { registry, opened, names, warnings }
}

const WAIT = { timeout: 10_000, interval: 20 }

describe('OpenedPaths', () => {
  it('opens a file, the logs of a folder and those of a pattern', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'logs'))
    for (const name of ['a.log', 'b.log', 'c.txt']) {
      await writeFile(join(folder, 'logs', name), `${name}\n`)
    }
    const { opened, names } = openRegistry()
    expect(await opened.open(join(folder, 'later.log'))).toHaveLength(1)
    expect(await opened.open(join(folder, 'logs'))).toHaveLength(2)
    expect(await opened.open(join(folder, 'logs', '*.txt'))).toHaveLength(1)
    expect(names()).toEqual(['later.log', 'a.log', 'b.log', 'c.txt'])
    // Again is the same.
    expect(await opened.open(join(folder, 'logs'))).toHaveLength(2)
    expect(names()).toHaveLength(4)
    expect(await opened.paths()).toEqual([
      join(folder, 'later.log'),
      join(folder, 'logs'),
      join(folder, 'logs', '*.txt'),
    ])
  })

  it('finds logs that come later, also in a folder that comes later', async () => {
    const folder = await tempFolder()
    const { opened, names } = openRegistry()
    await opened.open(folder)
    await opened.open(join(folder, '*', '*.log'))
    expect(names()).toEqual([])
    await writeFile(join(folder, 'notes.md'), '')
    await writeFile(join(folder, 'new.log'), 'line\n')
    await vi.waitFor(() => expect(names()).toEqual(['new.log']), WAIT)
    await mkdir(join(folder, 'pod'))
    await writeFile(join(folder, 'pod', 'inner.log'), 'line\n')
    await vi.waitFor(() => expect(names()).toEqual(['new.log', 'inner.log']), WAIT)
  })

  it('goes on with a log that is rotated, and opens none twice', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'app.log')
    await writeFile(path, 'one\n')
    const { opened, registry, names } = openRegistry()
    await opened.open(folder)
    const [log] = registry.list()
    await vi.waitFor(() => expect(log?.state().end).toBe(1), WAIT)
    await rename(path, `${path}.1`)
    await writeFile(path, 'two\n')
    await writeFile(join(folder, 'other.log'), '')
    await vi.waitFor(() => expect(log?.state()).toMatchObject({ end: 2, rotations: 1 }), WAIT)
    await vi.waitFor(() => expect(names()).toEqual(['app.log', 'other.log']), WAIT)
  })

  it('does not open again what the user closed, and ends with the last of its logs', async () => {
    const folder = await tempFolder()
    for (const name of ['a.log', 'b.log']) await writeFile(join(folder, name), '')
    const { opened, registry, names } = openRegistry()
    const [a = '', b = ''] = await opened.open(folder)
    await registry.remove(a)
    await rm(join(folder, 'a.log'))
    await writeFile(join(folder, 'a.log'), 'again\n')
    await writeFile(join(folder, 'c.log'), '')
    await vi.waitFor(() => expect(names()).toEqual(['b.log', 'c.log']), WAIT)
    await registry.remove(b)
    await registry.remove(registry.list()[0]?.id ?? '')
    expect(await opened.paths()).toEqual([])
    expect(await opened.open(folder)).toHaveLength(3)
  })

  it('opens those that were written to last where there are too many, and says so once', async () => {
    const folder = await tempFolder()
    const total = MAX_PLACE_LOGS + 3
    for (let index = 0; index < total; index += 1) {
      const path = join(folder, `${String(index).padStart(3, '0')}.log`)
      await writeFile(path, '')
      await utimes(path, 1000 + index, 1000 + index)
    }
    const { opened, names, warnings } = openRegistry()
    expect(await opened.open(folder)).toHaveLength(MAX_PLACE_LOGS)
    expect([names().at(0), names().at(-1)]).toEqual(['003.log', '066.log'])
    expect(warnings.filter((text) => text.includes('more than 64'))).toHaveLength(1)
  })

  it('reads nothing outside of the folder, whatever its names are turned into', async () => {
    const folder = await tempFolder()
    const outside = await tempFolder()
    const secret = join(outside, 'secret.log')
    await writeFile(secret, 'secret\n')
    await writeFile(join(folder, 'app.log'), 'mine\n')
    const { opened, registry } = openRegistry()
    const [id = ''] = await opened.open(folder)
    const log = registry.get(id)
    await vi.waitFor(() => expect(log?.state().end).toBe(1), WAIT)
    // Whoever may write into the folder makes its log a link to a file that only the server may read.
    await rm(join(folder, 'app.log'))
    await symlink(secret, join(folder, 'app.log'))
    await symlink(secret, join(folder, 'other.log'))
    const denied = { kind: 'waiting', reason: 'denied' }
    await vi.waitFor(() => expect(log?.state().phase).toEqual(denied), WAIT)
    expect(log?.state().end).toBe(1)
    // A file of the folder's own is read again.
    await rm(join(folder, 'app.log'))
    await writeFile(join(folder, 'app.log'), 'mine again\n')
    await vi.waitFor(() => expect(log?.state().end).toBe(2), WAIT)
    await appendFile(join(folder, 'app.log'), 'more\n')
    await vi.waitFor(() => expect(log?.state().end).toBe(3), WAIT)
    expect(registry.list()).toHaveLength(1)
  })
})
