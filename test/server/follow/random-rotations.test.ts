import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { startServer } from '../../../src/server/start-server.ts'
import { type LineClient, openLineClient } from '../../support/line-client.ts'

/**
 * What can happen to a log. Those that destroy bytes wait until these were read; those that only
 * move them follow each other without a pause.
 */
const OPERATIONS = [
  'append',
  'append in halves',
  'rotate',
  'copy and truncate',
  'delete and create',
  'replace',
  'rewrite in place',
  'truncate and append',
  'swap for a directory',
] as const

interface Scene {
  readonly path: string
  readonly client: LineClient
  readonly want: string[]
  readonly fresh: () => string
  /** How rotated files are called. One way per log: the names alone tell the order within a tick. */
  readonly naming: 'dates' | 'numbers'
}

const run: Readonly<Record<(typeof OPERATIONS)[number], (scene: Scene) => void | Promise<void>>> = {
  append: ({ path, fresh }) => appendFileSync(path, fresh()),
  'append in halves': ({ path, fresh }) => {
    const text = fresh()
    appendFileSync(path, text.slice(0, text.length / 2))
    appendFileSync(path, text.slice(text.length / 2))
  },
  rotate: ({ path, fresh, want, naming }) => {
    if (naming === 'dates') renameSync(path, `${path}-${20_000_000 + want.length}`)
    else shift(path)
    writeFileSync(path, fresh())
  },
  'copy and truncate': async (scene) => {
    const { path, fresh, want } = scene
    await allRead(scene)
    appendFileSync(path, fresh())
    await allRead(scene)
    // Nobody reads these in the log itself: they must come out of the copy.
    appendFileSync(path, fresh())
    copyFileSync(path, `${path}.copy-${want.length}`)
    truncateSync(path, 0)
    appendFileSync(path, fresh())
  },
  'delete and create': async (scene) => {
    await allRead(scene)
    rmSync(scene.path)
    writeFileSync(scene.path, scene.fresh())
  },
  replace: async (scene) => {
    await allRead(scene)
    writeFileSync(`${scene.path}.tmp`, scene.fresh())
    renameSync(`${scene.path}.tmp`, scene.path)
  },
  'rewrite in place': async (scene) => {
    await allRead(scene)
    writeFileSync(scene.path, scene.fresh())
  },
  'truncate and append': async (scene) => {
    await allRead(scene)
    truncateSync(scene.path, 0)
    appendFileSync(scene.path, scene.fresh())
  },
  'swap for a directory': async (scene) => {
    await allRead(scene)
    rmSync(scene.path)
    mkdirSync(scene.path)
    rmSync(scene.path, { recursive: true })
    writeFileSync(scene.path, scene.fresh())
  },
}

function shift(path: string): void {
  for (let count = 40; count >= 1; count--) {
    if (existsSync(`${path}.${count}`)) renameSync(`${path}.${count}`, `${path}.${count + 1}`)
  }
  renameSync(path, `${path}.1`)
}

function allRead({ client, want }: Scene): Promise<void> {
  return client.hasExactly([...want])
}

it('sends every line once, in order, whatever happens to the file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...OPERATIONS), { minLength: 1, maxLength: 25 }),
      fc.constantFrom('dates', 'numbers'),
      async (operations, naming) => {
        const folder = await mkdtemp(join(tmpdir(), 'rastro-random-'))
        const path = join(folder, 'app.log')
        writeFileSync(path, '')
        const server = await startServer({ token: null, files: [path] })
        const client = await openLineClient(server.url, { query: '?tail=all' })
        const want: string[] = []
        const fresh = () => {
          const lines = Array.from(
            { length: 3 },
            (_, at) => `line ${want.length + at} ${operations}`,
          )
          want.push(...lines)
          return lines.map((line) => `${line}\n`).join('')
        }
        try {
          for (const operation of operations) {
            await run[operation]({ path, client, want, fresh, naming })
          }
          await client.hasExactly(want)
          const ids = client.lines.map((line) => line.id)
          expect(new Set(ids).size).toBe(ids.length)
        } finally {
          client.close()
          await server.close()
          await rm(folder, { recursive: true, force: true })
        }
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)
