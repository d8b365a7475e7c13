import { spawn } from 'node:child_process'
import process from 'node:process'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How long a child may take to go after it was asked to, before it is killed. */
const GRACE_MS = 10_000

/** How a child is run; everything may be left out. */
export interface RunChildOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The child is ended after this time; left out, it may run for as long as the user wants. */
  readonly timeoutMs?: number
  /** Throws its output away. */
  readonly quiet?: boolean
}

/**
 * Runs a program with this terminal's output and no input, and answers its exit code: 1 when it was
 * ended by a signal or by its time limit, 127 when it could not be started. Signals to this process
 * are handed on, and the child is never left behind.
 */
export async function runChild(
  command: string,
  args: readonly string[],
  options: RunChildOptions = {},
): Promise<number> {
  const child = spawn(command, args, {
    stdio: options.quiet === true ? 'ignore' : ['ignore', 'inherit', 'inherit'],
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  })
  const timers: NodeJS.Timeout[] = []
  const end = (): void => {
    child.kill('SIGTERM')
    timers.push(setTimeout(() => child.kill('SIGKILL'), GRACE_MS))
  }
  if (options.timeoutMs !== undefined) timers.push(setTimeout(end, options.timeoutMs))
  for (const signal of SIGNALS) process.on(signal, end)
  try {
    return await new Promise<number>((resolve) => {
      child.once('error', (error) => {
        process.stderr.write(`${command} could not be started: ${error.message}\n`)
        resolve(127)
      })
      child.once('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    for (const timer of timers) clearTimeout(timer)
    for (const signal of SIGNALS) process.off(signal, end)
  }
}
