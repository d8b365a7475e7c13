import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'

/** The built command line, as users start it: it starts in 0.2 s, its sources in 0.55 s. */
const CLI = join(import.meta.dirname, '../../bin/rastro.js')

/** A headless server in a process of its own, as `rastro serve` starts it. */
export interface ServerProcess {
  /** The page's address, with the token when there is one. */
  readonly url: string
  readonly port: number
  /** Ends it at once and without warning, as a crash does. */
  kill(): Promise<void>
  /** Ends it as a service manager does. */
  stop(): Promise<void>
}

/** Starts `rastro serve` with `args`; what it keeps goes into `home`. */
export async function startServerProcess(
  home: string,
  args: readonly string[],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [CLI, 'serve', ...args, '--json'], {
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const url = await firstAddress(child, () => errors)
  return {
    url,
    port: Number(new URL(url).port),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

async function firstAddress(child: ChildProcess, errors: () => string): Promise<string> {
  if (child.stdout === null) throw new Error('The server was started without a pipe to read.')
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line)
    if (typeof url === 'string') return url
  }
  throw new Error(`The server ended without an address: ${errors()}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
