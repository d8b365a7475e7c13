import { spawn } from 'node:child_process'
import process from 'node:process'

/** A program to run to its end. */
export interface ToolCall {
  readonly path: string
  readonly args: readonly string[]
  /** Further variables of its environment. */
  readonly env?: Readonly<Record<string, string>>
  /** What it prints when its work is done, if it does not end by itself: it is ended then. */
  readonly until?: RegExp
  /** Handed what it prints, piece by piece; all of it is gathered when left out. */
  readonly onOutput?: (chunk: Buffer) => void
}

/** What a program did. */
export interface ToolRun {
  /** From its start to its end, or to what it printed when its work was done. */
  readonly ms: number
  /** What it printed, unless somebody else took it. */
  readonly output: string
}

/** grep and ripgrep end with 1 when nothing matches, and then complain of nothing. */
const NO_MATCH_CODE = 1

/** What is kept of what a program complains of, in characters. */
const COMPLAINT_LENGTH = 4096

/** Runs a program whole. Rejects with what it said when it fails, with the signal's reason when ended by it. */
export function runTool(call: ToolCall, signal: AbortSignal): Promise<ToolRun> {
  const { path, args, env, until, onOutput } = call
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    let output = ''
    let complaint = ''
    let ms = Number.NaN
    let done = false
    const started = performance.now()
    const child = spawn(path, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const end = (): void => {
      child.kill('SIGKILL')
    }
    const gather = (chunk: Buffer): void => {
      output += chunk.toString('latin1')
      if (done || until?.test(output) !== true) return
      done = true
      ms = performance.now() - started
      end()
    }
    signal.addEventListener('abort', end, { once: true })
    child.stdout.on('data', onOutput ?? gather)
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk).slice(-COMPLAINT_LENGTH)
      if (until !== undefined) gather(chunk)
    })
    child.once('error', reject)
    child.once('exit', () => {
      if (!done) ms = performance.now() - started
    })
    child.once('close', (code) => {
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(signal.reason)
      else if (done || code === 0 || (code === NO_MATCH_CODE && complaint === '')) {
        resolve({ ms, output })
      } else reject(new Error(`${path} ended with ${code}: ${complaint}`))
    })
  })
}
