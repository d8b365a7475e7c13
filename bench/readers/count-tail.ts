import { spawn } from 'node:child_process'
import process from 'node:process'
import { createScanner } from '../../src/server/engine/scan/create-scanner.ts'

/** What was read of a log so far. */
export interface Counted {
  readonly bytes: number
  readonly lines: number
}

/**
 * `tail -F` from the beginning of a file, its pipe counted with the same code that Rastro counts
 * with. Lives as long as the process.
 */
export function countTail(path: string, onCounted: (counted: Counted) => void): void {
  const scanner = createScanner()
  const tail = spawn('tail', ['-n', '+1', '-F', path], { stdio: ['ignore', 'pipe', 'ignore'] })
  process.once('exit', () => tail.kill())
  let bytes = 0
  let lines = 0
  tail.stdout.on('data', (chunk: Buffer) => {
    scanner.buffer.set(chunk)
    bytes += chunk.length
    lines += scanner.countNewlines(0, chunk.length)
    onCounted({ bytes, lines })
  })
}
