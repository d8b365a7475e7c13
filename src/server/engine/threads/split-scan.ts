import { assertNever } from '../../../shared/assert-never.ts'
import type { ScanRange, SearchResult } from '../engine-task.ts'
import { scanParts } from './scan-parts.ts'
import type { AnyPiece, AnyResult, AnyTask, PieceListener } from './thread-message.ts'

/** A task that goes over a range and can be shared by threads. */
export type ScanTask = Extract<AnyTask, { kind: 'count' | 'search' | 'survey' }>

export function isScan(work: AnyTask): work is ScanTask {
  return work.kind === 'count' || work.kind === 'search' || work.kind === 'survey'
}

/** The same task over another range. */
export function withRange(work: ScanTask, range: ScanRange): ScanTask {
  switch (work.kind) {
    case 'count':
      return { kind: 'count', task: { file: work.task.file, from: range.from, to: range.to } }
    case 'search':
      return { kind: 'search', task: { ...work.task, ...range } }
    case 'survey':
      return { kind: 'survey', task: { ...work.task, ...range } }
    default:
      return assertNever(work, 'task')
  }
}

export interface SplitScan {
  readonly range: ScanRange
  /** Parts that are under way at once. */
  readonly width: number
  /** Runs one part; rejects when `signal` says so. */
  runPart(range: ScanRange, listener: PieceListener, signal: AbortSignal): Promise<AnyResult>
  readonly listener: PieceListener
  readonly signal: AbortSignal
  /** Asked before each part but the first: what it answers is waited for. */
  readonly turn: () => Promise<void> | null
}

interface Part {
  readonly to: number
  /** What it told before its turn. */
  readonly waiting: AnyPiece[]
  result: SearchResult | null
}

/**
 * Runs a scan in parts, several at once, and hands their pieces on in order: those of the first part
 * that is not done as they come, the others' when it is their turn (4 bytes per 64 KiB wait). Rejects
 * with what the first failing part rejects with, and ends the others.
 */
export function splitScan(scan: SplitScan): Promise<AnyResult> {
  const { range, width, runPart, listener, turn } = scan
  const parts = scanParts(range)
  /** Begun and not told whole, in order. */
  const queue: Part[] = []
  const others = new AbortController()
  const signal = AbortSignal.any([scan.signal, others.signal])
  let last: SearchResult = { to: range.from }
  /** Every line that starts before this is counted, or a part under way counts it. */
  let covered = range.from
  let hasBegun = false

  return new Promise((resolve, reject) => {
    function fail(reason: unknown): void {
      reject(reason)
      others.abort(reason)
    }

    function begin(): void {
      const rest = hasBegun ? turn() : null
      hasBegun = true
      if (rest === null) beginNext()
      else void rest.then(() => (signal.aborted ? fail(signal.reason) : begin()))
    }

    function beginNext(): void {
      const next = nextRange()
      if (next === null) {
        if (queue.length === 0) resolve(last)
        return
      }
      const part: Part = { to: next.to, waiting: [], result: null }
      queue.push(part)
      const onPiece = (piece: AnyPiece): void => {
        if (queue[0] === part) listener.onPiece(piece)
        else part.waiting.push(piece)
      }
      runPart(next, { onPiece }, signal)
        .then((result) => finish(part, result))
        .catch(fail)
    }

    /** No part begins within a line that an earlier one has read to its end: it may have a gigabyte. */
    function nextRange(): ScanRange | null {
      for (let next = parts.next(); next.done !== true; next = parts.next()) {
        const { from, to } = next.value
        if (to > covered) return from < covered ? { from: covered, to } : next.value
      }
      return null
    }

    function finish(part: Part, result: AnyResult): void {
      signal.throwIfAborted()
      if (!('to' in result)) throw new TypeError('A part of a scan must tell how far it came.')
      part.result = result
      covered = Math.max(covered, result.to)
      if (tellWhole() === 'ended') others.abort()
      else begin()
    }

    /** Hands on what waited behind parts that are done by now. */
    function tellWhole(): 'ended' | 'goes on' {
      for (let part = queue[0]; part !== undefined && part.result !== null; part = queue[0]) {
        for (const piece of part.waiting.splice(0)) listener.onPiece(piece)
        queue.shift()
        // A part in which no entry begins belongs to the last one of an earlier part.
        const lastEntry = part.result.lastEntry ?? last.lastEntry
        const to = Math.max(last.to, part.result.to)
        last = lastEntry ? { to, lastEntry } : { to }
        if (part.result.to >= part.to) continue
        // The file ends here: the parts behind have nothing to tell.
        queue.length = 0
        resolve(last)
        return 'ended'
      }
      for (const piece of queue[0]?.waiting.splice(0) ?? []) listener.onPiece(piece)
      return 'goes on'
    }

    for (let started = 0; started < Math.max(1, width); started++) begin()
  })
}
