import { closeSync, openSync, writeSync } from 'node:fs'
import { hrtime } from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { BENCH_LINE_BYTES, benchLine, WARM_LINE } from './bench-line.ts'

/** Lines per write at full speed: 64 KiB, as a buffering logger writes them. */
const LINES_PER_WRITE = Math.floor(65_536 / BENCH_LINE_BYTES)

const WARM_INTERVAL_MS = 20

/** Writes numbered lines to a log, as the program that logs. */
export class LogWriter {
  readonly path: string
  readonly #fd: number

  constructor(path: string) {
    this.path = path
    this.#fd = openSync(path, 'a')
  }

  /** Writes uncounted lines until `ready` settles: until everybody who shall follow is there. */
  async warmUntil(ready: Promise<unknown>): Promise<void> {
    let waiting = true
    const done = ready.finally(() => {
      waiting = false
    })
    while (waiting) {
      writeSync(this.#fd, WARM_LINE)
      await Promise.race([done, delay(WARM_INTERVAL_MS)])
    }
    await done
  }

  /** Writes lines 0 to `count`, `each` at a time with `intervalMs` between. */
  async paced(count: number, each: number, intervalMs: number): Promise<void> {
    const start = performance.now()
    for (let first = 0; first < count; first += each) {
      // Aims at the schedule, so that a late timer does not slow the whole run down.
      const due = start + (first / each) * intervalMs
      await delay(Math.max(due - performance.now(), 0))
      this.#write(first, Math.min(first + each, count))
    }
  }

  /** Writes lines 0 to `count` as fast as the disk takes them; answers the time of the first. */
  fullSpeed(count: number): bigint {
    const start = hrtime.bigint()
    for (let first = 0; first < count; first += LINES_PER_WRITE) {
      this.#write(first, Math.min(first + LINES_PER_WRITE, count))
    }
    return start
  }

  /**
   * Writes `count` times the same line, 64 KiB at a time, and nothing else between: as fast as a
   * process can write. Answers the time of the first.
   */
  repeat(count: number): bigint {
    const start = hrtime.bigint()
    const piece = Buffer.from(benchLine(0, start).repeat(LINES_PER_WRITE))
    for (let left = count; left > 0; left -= LINES_PER_WRITE) {
      writeSync(this.#fd, piece, 0, Math.min(left, LINES_PER_WRITE) * BENCH_LINE_BYTES)
    }
    return start
  }

  close(): void {
    closeSync(this.#fd)
  }

  #write(from: number, to: number): void {
    const at = hrtime.bigint()
    let text = ''
    for (let number = from; number < to; number++) text += benchLine(number, at)
    writeSync(this.#fd, text)
  }
}
