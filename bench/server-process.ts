import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '..')

const listening = z.object({ url: z.string(), pid: z.number() })

/** A server in a process of its own. */
export interface BenchServer {
  /** The server's origin, with a slash at the end. */
  readonly url: string
  /** Address of the line stream. */
  readonly stream: string
  readonly pid: number
  close(): Promise<void>
}

/** Starts the built headless server, as a user would; it keeps nothing for its next start. */
export function startRastro(file: string, signal: AbortSignal): Promise<BenchServer> {
  const cli = join(ROOT, 'dist/server/cli.js')
  const args = [cli, 'serve', file, '--port', '0', '--no-token', '--no-cache', '--json']
  return start('Rastro', args, 'stream-logs', signal)
}

/** Starts the peer: `tail -F` and a minimal event stream. */
export function startMinimal(file: string, signal: AbortSignal): Promise<BenchServer> {
  return start('The peer', [join(import.meta.dirname, 'minimal-sse-server.ts'), file], '', signal)
}

async function start(
  name: string,
  args: readonly string[],
  path: string,
  signal: AbortSignal,
): Promise<BenchServer> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Its own log matters only when it fails; the newest part of it is enough.
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk).slice(-4096)
  })
  const abort = (): void => {
    child.kill('SIGKILL')
  }
  signal.addEventListener('abort', abort, { once: true })
  const first = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve)
  })
  const line = await Promise.race([first, exited.then(() => null)])
  if (line === null) throw new Error(`${name} did not start: ${log}`)
  const { url, pid } = listening.parse(JSON.parse(line))
  return {
    url,
    stream: new URL(path, url).href,
    pid,
    close: async () => {
      signal.removeEventListener('abort', abort)
      child.kill('SIGTERM')
      await exited
    },
  }
}
