import { appendFile, chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { serverState } from '../../../src/shared/protocol.ts'
import { listen } from '../../support/listen.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { type CliRun, endRuns, runCli } from './run-cli.ts'

let folder: string
let log: string

beforeEach(async () => {
  folder = await tempFolder()
  log = join(folder, 'app.log')
  await writeFile(log, 'um\ndois\n')
})

afterEach(endRuns)

const address = z.object({ url: z.string(), pid: z.number(), token: z.string().nullable() })

/** Starts `rastro serve --json` on a free port and waits for its address. */
async function serveJson(args: readonly string[], env = {}) {
  const run = runCli(['serve', '--port', '0', '--json', ...args], { cwd: folder, env })
  return { run, ...(await addressOf(run)) }
}

async function addressOf(run: CliRun) {
  await vi.waitFor(
    () => {
      if (!run.stdout().includes('\n')) throw new Error(`Not listening yet: ${run.stderr()}`)
    },
    { timeout: 20_000, interval: 20 },
  )
  const found = address.parse(JSON.parse(run.stdout()))
  return {
    ...found,
    stream: new URL(`/stream-logs?tail=all&token=${found.token ?? ''}`, found.url),
  }
}

/** Reads a stream until its text has `wanted` in it. */
async function readUntil(url: URL, wanted: string): Promise<string> {
  const abort = new AbortController()
  const answer = await fetch(url, { signal: abort.signal, redirect: 'manual' })
  expect(answer.status).toBe(200)
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString()
    if (text.includes(wanted)) break
  }
  abort.abort()
  return text
}

/** Asks with the token as a program does. */
function bearer(token: string): RequestInit {
  return { headers: { Authorization: `Bearer ${token}` } }
}

describe('rastro serve', () => {
  it('prints one line of JSON with an address that works as it is, and serves the log', async () => {
    const { run, url, pid, token } = await serveJson(['app.log'])
    expect(pid).toBe(run.child.pid)
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(new URL(url).searchParams.get('token')).toBe(token)
    const entered = await fetch(url, { redirect: 'manual' })
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly/)
    const answer = await fetch(new URL('/stream-logs', url), bearer(token ?? ''))
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    await answer.body?.cancel()
    expect((await fetch(new URL('/stream-logs', url))).status).toBe(401)
    expect(run.stdout().split('\n')).toHaveLength(2)
  })

  it('prints one line for people without --json', async () => {
    const run = runCli(['serve', 'app.log', '--port', '0', '--no-token'], { cwd: folder })
    await expect
      .poll(run.stdout, { timeout: 20_000 })
      .toMatch(/^Rastro is listening at http:\/\/127\.0\.0\.1:\d+\/\n$/)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(run.stdout().split('\n')).toHaveLength(2)
  })

  it('lets everybody in with --no-token, and follows the log', async () => {
    const { stream, token } = await serveJson(['--no-token', 'app.log'])
    expect(token).toBeNull()
    stream.searchParams.delete('token')
    const read = readUntil(stream, 'data: três')
    await appendFile(log, 'três\n')
    const data = (await read).split('\n').filter((field) => field.startsWith('data: '))
    expect(data).toEqual(['data: um', 'data: dois', 'data: três'])
  })

  it('takes the token from RASTRO_TOKEN, and rather from --token', async () => {
    const fromEnv = await serveJson(['app.log'], { RASTRO_TOKEN: 'from-the-env' })
    expect(fromEnv.token).toBe('from-the-env')
    const given = await serveJson(['app.log', '--token', 'given+here/='], {
      RASTRO_TOKEN: 'from-the-env',
    })
    expect(given.token).toBe('given+here/=')
    expect(new URL(given.url).searchParams.get('token')).toBe('given+here/=')
    const answer = await fetch(new URL('/api/logs', given.url), bearer('given+here/='))
    expect(answer.status).toBe(200)
    expect((await fetch(new URL('/api/logs', given.url), bearer('from-the-env'))).status).toBe(401)
  })

  it('says that a log is missing, and follows it when it comes', async () => {
    const { run, stream } = await serveJson(['later.log', 'app.log', '--no-token'])
    const later = join(folder, 'later.log')
    expect(run.stderr()).toContain(`${later} does not exist yet: waiting for it.\n`)
    stream.searchParams.delete('token')
    const read = readUntil(stream, 'data: came')
    await writeFile(later, 'came\n')
    expect(await read).toContain('data: came')
  })

  it('serves the logs of a folder and of a pattern, and those that come', async () => {
    await mkdir(join(folder, 'pods'))
    await writeFile(join(folder, 'pods', 'one.txt'), 'one\n')
    const { run, url, token } = await serveJson(['.', 'pods/*.txt', 'none/*.log'])
    expect(run.stderr()).toContain('has no logs yet: waiting for them.\n')
    const names = async () => {
      const answer = await fetch(new URL('/api/logs', url), bearer(token ?? ''))
      return serverState.parse(await answer.json()).logs.map(({ name }) => name)
    }
    await expect.poll(names).toEqual(['app.log', 'one.txt'])
    await writeFile(join(folder, 'pods', 'two.txt'), '')
    await expect.poll(names, { timeout: 10_000 }).toEqual(['app.log', 'one.txt', 'two.txt'])
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'says that a log cannot be read, and waits',
    async () => {
      await chmod(log, 0o000)
      const { run } = await serveJson(['app.log'])
      expect(run.stderr()).toContain('cannot be read (EACCES)')
    },
  )

  it('opens its other origins only', async () => {
    const { url, token } = await serveJson(['app.log', '--allow-origin', 'https://logs.example'])
    const from = (origin: string) =>
      fetch(new URL('/api/logs', url), {
        headers: { Authorization: `Bearer ${token}`, Origin: origin },
      })
    const allowed = await from('https://logs.example')
    expect(allowed.status).toBe(200)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://logs.example')
    expect((await from('https://evil.example')).status).toBe(403)
  })

  it('warns loudly that plain HTTP off loopback can be read', async () => {
    // An address for documentation, which no machine has: nothing is opened to others here.
    const run = runCli(['serve', 'app.log', '--host', '192.0.2.1'], { cwd: folder })
    expect(await run.ended).toBe(2)
    expect(run.stderr()).toMatch(/^WARNING: 192\.0\.2\.1 can be reached from other machines/)
  })

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'is gone in good order after %s with 50 streams open',
    async (signal) => {
      const { run, url, token } = await serveJson(['app.log'])
      const streams = await Promise.all(
        Array.from({ length: 50 }, () => fetch(new URL('/stream-logs', url), bearer(token ?? ''))),
      )
      expect(streams.map((stream) => stream.status)).toEqual(Array(50).fill(200))
      const ends = streams.map((stream) => stream.text().catch(() => 'cut'))
      run.child.kill(signal)
      expect(await run.ended).toBe(0)
      await Promise.all(ends)
    },
  )

  it('ends at a signal also when a log never ends its line and its readers never read', async () => {
    await writeFile(log, Buffer.alloc(20_000_000, 'x'))
    const { run, url, token } = await serveJson(['app.log'])
    await fetch(new URL('/stream-logs?tail=all', url), bearer(token ?? ''))
    run.child.kill('SIGTERM')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  })

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no file', [], /^Name at least one log file/],
    ['an unknown option', ['app.log', '--nope'], /^There is no option --nope/],
    ['a missing value', ['app.log', '--port'], /^The option --port <PORT> needs a value/],
    ['a bad port', ['app.log', '--port', '80x'], /^"80x" is not a port/],
    ['a short token', ['app.log', '--token', '1234567'], /^The token must have 8 to 256/],
    ['both token options', ['app.log', '--token', 'abcdefgh', '--no-token'], /not both/],
    ['no token off loopback', ['app.log', '--host', '::', '--no-token'], /^--no-token is refused/],
    ['a bad origin', ['app.log', '--allow-origin', 'https://x/y'], /^"https:.*" is not an origin/],
    ['a foreign address', ['app.log', '--host', '192.0.2.1'], /192\.0\.2\.1 is no address of this/],
    ['an unknown name', ['app.log', '--host', 'no-such-host.invalid'], /no-such-host\.invalid/],
  ]
  it.each(refused)('refuses %s in one sentence with exit code 2', async (_what, args, sentence) => {
    const run = runCli(['serve', ...args], { cwd: folder })
    expect(await run.ended).toBe(2)
    expect(run.stdout()).toBe('')
    expect(
      run
        .stderr()
        .split('\n')
        .findLast((line) => line !== ''),
    ).toMatch(sentence)
    expect(run.stderr()).not.toMatch(/\n\s+at /)
  })

  it('refuses a port that is taken in one sentence with exit code 2', async () => {
    const other = createServer()
    const port = await listen(other)
    try {
      const run = runCli(['serve', 'app.log', '--port', String(port)], { cwd: folder })
      expect(await run.ended).toBe(2)
      expect(run.stderr()).toMatch(
        new RegExp(`^Port ${port} of 127.0.0.1 is taken by another program: .*--port 0.*\n$`),
      )
    } finally {
      other.close()
    }
  })

  it('speaks Portuguese where the system does', async () => {
    const run = runCli(['serve', 'app.log', '--nope'], {
      cwd: folder,
      env: { LANG: 'pt_BR.UTF-8' },
    })
    expect(await run.ended).toBe(2)
    expect(run.stderr()).toBe('Não há a opção --nope (--help lista as que há).\n')
  })

  it('goes on when nobody reads its address', async () => {
    const port = await freePort()
    const args = ['serve', 'app.log', '--no-token', '--port', String(port)]
    const run = runCli(args, { cwd: folder })
    run.child.stdout?.destroy()
    const ask = () => fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.status)
    await expect.poll(() => ask().catch(() => 0), { timeout: 20_000 }).toBe(200)
    await expect.poll(run.stderr).toContain('The address could not be printed.')
    expect(await ask()).toBe(200)
  })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  const port = await listen(probe)
  await new Promise((resolve) => probe.close(resolve))
  return port
}

describe('rastro', () => {
  it('shows its help on stdout when asked, and one sentence when nothing is asked', async () => {
    const help = runCli(['--help'], { cwd: folder })
    expect(await help.ended).toBe(0)
    expect(help.stdout()).toMatch(/serve .*FILE/)
    const nothing = runCli([], { cwd: folder })
    expect(await nothing.ended).toBe(2)
    expect(nothing.stderr()).toMatch(/^Say what to do: [^\n]*\n$/)
    const unknown = runCli(['follow'], { cwd: folder })
    expect(await unknown.ended).toBe(2)
    expect(unknown.stderr()).toMatch(/^There is no command follow/)
  })

  it('says its version', async () => {
    const run = runCli(['--version'], { cwd: folder })
    expect(await run.ended).toBe(0)
    expect(run.stdout()).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('takes a log whose name begins with a dash after --', async () => {
    const run = runCli(['serve', '--port', '0', '--', '-v.log'], { cwd: folder })
    await expect.poll(run.stderr, { timeout: 20_000 }).toContain('-v.log does not exist yet')
  })
})
