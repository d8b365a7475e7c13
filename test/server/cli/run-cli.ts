import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../../src/server/cli.ts', import.meta.url))

/** A started command line with what it has written so far. */
export interface CliRun {
  readonly child: ChildProcess
  stdout(): string
  stderr(): string
  /** Settles when it has ended and all that it wrote was read: its exit code, or the signal's name. */
  readonly ended: Promise<number | string>
}

const running = new Set<ChildProcess>()

/** Starts the real command line, in English and with data and cache folders of its own unless `env` says otherwise. */
export function runCli(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): CliRun {
  return runProgram(process.execPath, [CLI, ...args], options)
}

/** Starts any program in the same way. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): CliRun {
  const { LC_ALL: _all, LC_MESSAGES: _messages, RASTRO_TOKEN: _token, ...inherited } = process.env
  const child = spawn(command, args, {
    cwd,
    env: { ...inherited, LANG: 'C', XDG_DATA_HOME: cwd, XDG_CACHE_HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal ?? 'unknown')
    })
  })
  return { child, stdout: () => stdout, stderr: () => stderr, ended }
}

/** Ends what a failed test left running. */
export function endRuns(): void {
  for (const child of running) child.kill('SIGKILL')
}
