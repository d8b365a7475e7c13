import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PATIENCE } from '../support/patience.ts'
import { tempFolder } from '../support/temp-folder.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/start.ts')

/** A first start may have to build, on a machine that tests in parallel. */
const START_TIMEOUT_MS = 60_000

// Elsewhere there is always a display, and a window would open.
describe.skipIf(process.platform !== 'linux')('npm start without a display', () => {
  let folder = ''
  let output = ''
  let child: ChildProcess | null = null

  const start = (...args: string[]): Promise<number | null> => {
    const env = { ...process.env, INIT_CWD: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder }
    const started = spawn(process.execPath, [SCRIPT, ...args], {
      env: { ...env, DISPLAY: '', WAYLAND_DISPLAY: '', npm_lifecycle_event: undefined },
    })
    child = started
    for (const pipe of [started.stdout, started.stderr]) {
      pipe.on('data', (chunk: Buffer) => {
        output += chunk
      })
    }
    return new Promise((resolve) => started.once('exit', resolve))
  }

  const address = (): Promise<URL> =>
    vi.waitFor(
      () => {
        const found = /http:\/\/\S+/.exec(output)?.[0]
        if (found === undefined) throw new Error(`No address was printed: ${output}`)
        return new URL(found)
      },
      { timeout: START_TIMEOUT_MS },
    )

  const logs = async (url: URL): Promise<unknown> => {
    const headers = { authorization: `Bearer ${url.searchParams.get('token')}` }
    const answer = await fetch(new URL('/api/logs', url), { headers })
    return answer.json()
  }

  beforeEach(async () => {
    folder = await tempFolder()
    output = ''
  })

  afterEach(() => {
    child?.kill('SIGKILL')
  })

  it(
    'says why in one line, serves the named log and ends at a signal',
    async () => {
      writeFileSync(join(folder, 'app.log'), 'one\n')
      const ended = start('app.log')
      const url = await address()
      expect(output).toContain('Not as a desktop app: there is no display')
      expect(await logs(url)).toMatchObject({
        generator: { kind: 'off' },
        logs: [{ origin: { kind: 'file', path: join(folder, 'app.log') } }],
      })
      child?.kill('SIGTERM')
      expect(await ended).toBe(0)
    },
    START_TIMEOUT_MS,
  )

  it(
    'has a log to read at once when none is named',
    async () => {
      const ended = start()
      const url = await address()
      await vi.waitFor(
        async () =>
          expect(await logs(url)).toMatchObject({
            generator: { kind: 'running' },
            logs: [{ origin: { kind: 'generator', path: join(folder, 'teste.log') } }],
          }),
        PATIENCE,
      )
      child?.kill('SIGINT')
      expect(await ended).toBe(0)
    },
    START_TIMEOUT_MS,
  )

  it(
    'reads the logs of a folder',
    async () => {
      writeFileSync(join(folder, 'app.log'), 'one\n')
      const ended = start(folder)
      const url = await address()
      expect(await logs(url)).toMatchObject({
        generator: { kind: 'off' },
        logs: [{ origin: { kind: 'file', path: join(folder, 'app.log') } }],
      })
      child?.kill('SIGTERM')
      expect(await ended).toBe(0)
    },
    START_TIMEOUT_MS,
  )
})
