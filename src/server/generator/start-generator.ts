import type { GeneratorState } from '../../shared/protocol.ts'
import { type OwnLog, silentLog } from '../own-log.ts'
import { AppendFile, type AppendOutcome } from './append-file.ts'
import type { LogFormat } from './format-event.ts'
import { createLineContent } from './line-content.ts'
import { createPace } from './pace.ts'

/** Time from one line to the next when nothing else is asked for, in ms. */
export const DEFAULT_INTERVAL_MS = 300

/** After a failure the file is tried again this often, in ms: soon enough for a person, cheap for the disk. */
const RETRY_MS = 1000

/** Lines of one write at most, about 1 MB: after a hold-up many are due at once. */
const MAX_BATCH_LINES = 8192

/** Listeners hear of new lines at most this often, in ms; of anything else at once. */
const NOTIFY_MS = 250

/** The generator's part of `GeneratorState`: it does not know the id of the log it writes. */
export type GeneratorProgress =
  | Exclude<GeneratorState, { kind: 'running' }>
  | Omit<Extract<GeneratorState, { kind: 'running' }>, 'log'>

/** What is written, where, and how fast. */
export interface StartGeneratorOptions {
  /** Created when it is missing; its folder is not. */
  readonly file: string
  /** Time from one line to the next in ms; {@link DEFAULT_INTERVAL_MS} when left out. */
  readonly interval?: number
  /** Lines a second, instead of an interval; whole lines are then written in batches. */
  readonly rate?: number
  readonly format?: LogFormat
  /** Stops after this many lines; never when left out. */
  readonly lines?: number
  readonly ownLog?: OwnLog
  /** The clock whose time the lines show, in ms since 1970. */
  readonly now?: () => number
  /** The same seed gives the same content; another one each time when left out. */
  readonly seed?: number
}

/** A generator at work, until its `close` or its last line. */
export interface RunningGenerator {
  /** Lines that are whole in the file. */
  readonly lines: number
  state(): GeneratorProgress
  /** Called after changes; `off` is the last one. Returns the unsubscribe. */
  onChange(listener: (state: GeneratorProgress) => void): () => void
  /** Stops between two lines and closes the file. Never rejects. */
  close(): Promise<void>
}

/**
 * Writes a log: the first line at once, then one every `interval` ms or `rate` a second. When the
 * file cannot be written (disk full, folder removed, no permission), the state becomes `failed`, half
 * a line is taken back, and the file is tried again every second: it goes on when it can, and leaves
 * out what was due meanwhile. Throws a RangeError for an interval, rate or number that is not positive.
 */
export function startGenerator(options: StartGeneratorOptions): RunningGenerator {
  const intervalMs =
    options.rate === undefined
      ? positive(options.interval ?? DEFAULT_INTERVAL_MS, 'interval')
      : 1000 / positive(options.rate, 'rate')
  const wanted =
    options.lines === undefined ? Infinity : Math.ceil(positive(options.lines, 'lines'))
  const { file: path, ownLog = silentLog, now = Date.now } = options
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31)
  const nextLine = createLineContent(options.format ?? 'plain', seed)
  const file = new AppendFile(path)
  const listeners = new Set<(state: GeneratorProgress) => void>()

  let pace = createPace(performance.now(), intervalMs)
  let state: GeneratorProgress = { kind: 'running', lines: 0 }
  let lines = 0
  let notifiedAt = 0
  let closing = false
  let timer: NodeJS.Timeout | undefined
  let step = Promise.resolve()
  let ending: Promise<void> | null = null

  function become(next: GeneratorProgress): void {
    const changed = next.kind !== state.kind
    state = next
    const at = performance.now()
    if (!changed && at - notifiedAt < NOTIFY_MS) return
    notifiedAt = at
    for (const listener of listeners) listener(state)
  }

  function accept(outcome: AppendOutcome): void {
    lines += outcome.lines
    if (outcome.kind === 'appended') {
      if (state.kind === 'failed') {
        ownLog.info('The generator writes again.', { path })
        pace = createPace(performance.now() + intervalMs, intervalMs)
      }
      become({ kind: 'running', lines })
    } else {
      const { code } = outcome
      if (state.kind !== 'failed' || state.code !== code) {
        ownLog.warn('The generator cannot write its file and tries again.', { path, code })
        // Another reason is a new fact for listeners too.
        notifiedAt = Number.NEGATIVE_INFINITY
        become({ kind: 'failed', code, path })
      }
    }
  }

  /** Writes what is due; after a failure one line, to see whether it goes again. */
  async function write(): Promise<void> {
    let due = state.kind === 'failed' ? 1 : pace.take(performance.now())
    while (due > 0 && !closing && lines < wanted) {
      const batch = Math.min(due, MAX_BATCH_LINES, wanted - lines)
      // Each line shows the time at which it was due, not the time of the batch.
      const at = now()
      const after = due
      const texts = Array.from({ length: batch }, (_, n) =>
        nextLine(Math.round(at - (after - 1 - n) * intervalMs)),
      )
      const outcome = await file.append(texts)
      accept(outcome)
      if (outcome.kind === 'failed') return
      due -= batch
    }
  }

  async function run(): Promise<void> {
    await write()
    if (closing) return
    if (lines >= wanted) await stop()
    else schedule(state.kind === 'failed' ? RETRY_MS : pace.wait(performance.now()))
  }

  function schedule(ms: number): void {
    timer = setTimeout(() => {
      step = run()
    }, ms)
  }

  function stop(): Promise<void> {
    ending ??= (async () => {
      closing = true
      try {
        await file.close()
      } catch (error) {
        // Some file systems tell only here that a write failed (NFS): nothing is left to be done.
        ownLog.warn("The generator's file could not be closed.", { path, error: String(error) })
      }
      become({ kind: 'off' })
    })()
    return ending
  }

  schedule(0)

  return {
    get lines() {
      return lines
    },
    state: () => state,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closing = true
      clearTimeout(timer)
      await step
      await stop()
    },
  }
}

function positive(value: number, name: string): number {
  if (Number.isFinite(value) && value > 0) return value
  throw new RangeError(`The generator's ${name} is ${value}: give a number above 0.`)
}
