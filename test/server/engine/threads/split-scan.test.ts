import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import type { ScanRange } from '../../../../src/server/engine/engine-task.ts'
import { scanParts } from '../../../../src/server/engine/threads/scan-parts.ts'
import { splitScan } from '../../../../src/server/engine/threads/split-scan.ts'
import type { AnyPiece, AnyResult } from '../../../../src/server/engine/threads/thread-message.ts'

const MIB = 1024 * 1024

/** A part that waits until the test answers it. */
interface OpenPart {
  readonly range: ScanRange
  tell(to: number): void
  finish(result: AnyResult): void
  fail(reason: Error): void
}

function survey(to: number): AnyPiece {
  return { to, block: 0, levels: new Uint32Array(), times: new Float64Array() }
}

function openScan(range: ScanRange, width: number, turn: () => Promise<void> | null = () => null) {
  const open: OpenPart[] = []
  const told: number[] = []
  const ending = new AbortController()
  let ended = 0
  const done = splitScan({
    range,
    width,
    listener: { onPiece: (piece) => told.push(piece.to) },
    signal: ending.signal,
    turn,
    runPart: (part, listener, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => {
          ended++
          reject(signal.reason)
        })
        open.push({
          range: part,
          tell: (to) => listener.onPiece(survey(to)),
          finish: resolve,
          fail: reject,
        })
      }),
  })
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return { open, told, ending, done, settle, ended: () => ended }
}

describe('scanParts', () => {
  it('cuts a range into parts that touch, at blocks, small ones first', () => {
    fc.assert(
      fc.property(fc.nat(200 * MIB), fc.nat(200 * MIB), fc.boolean(), (from, length, lineStart) => {
        const to = from + length
        const parts = [...scanParts({ from, to, lineStart })]
        let at = from
        for (const part of parts) {
          expect(part.from).toBe(at)
          expect(part.to).toBeGreaterThan(at)
          expect(part.to - at).toBeLessThanOrEqual(16 * MIB)
          if (part.to !== to) expect(part.to % BLOCK_BYTES).toBe(0)
          expect(part.lineStart).toBe(at === from && lineStart)
          at = part.to
        }
        expect(at).toBe(to)
        expect((parts[0]?.to ?? from) - from).toBeLessThanOrEqual(MIB)
      }),
    )
  })
})

describe('splitScan', () => {
  it('tells pieces in order and once, however its parts go on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 60 * MIB }),
        fc.infiniteStream(fc.nat()),
        async (width, to, picks) => {
          const scan = openScan({ from: 0, to }, width)
          let result: AnyResult | null = null
          scan.done.then((answer) => {
            result = answer
          })
          const reached = new Map<OpenPart, number>()
          while (result === null) {
            await scan.settle()
            const running = scan.open.filter((part) => reached.get(part) !== part.range.to)
            expect(running.length).toBeLessThanOrEqual(width)
            const part = running[(picks.next().value ?? 0) % Math.max(1, running.length)]
            if (part === undefined) continue
            const next = Math.min(part.range.to, (reached.get(part) ?? part.range.from) + 5 * MIB)
            reached.set(part, next)
            part.tell(next)
            if (next === part.range.to) part.finish({ to: next })
          }
          expect(result).toEqual({ to })
          expect(scan.told).toEqual([...scan.told].sort((a, b) => a - b))
          expect(new Set(scan.told).size).toBe(scan.told.length)
          expect(scan.told.at(-1)).toBe(to)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('begins no part before its turn, and goes on after it', async () => {
    let rest: PromiseWithResolvers<void> | null = null
    const scan = openScan({ from: 0, to: 3 * MIB }, 1, () => rest?.promise ?? null)
    rest = Promise.withResolvers()
    scan.open[0]?.finish({ to: MIB })
    await scan.settle()
    expect(scan.open).toHaveLength(1)
    const over = rest
    rest = null
    over.resolve()
    await scan.settle()
    expect(scan.open.map(({ range }) => range.from)).toEqual([0, MIB])
    scan.open[1]?.finish({ to: 3 * MIB })
    expect(await scan.done).toEqual({ to: 3 * MIB })
  })

  it('begins nothing more when it was ended before its turn', async () => {
    const rest = Promise.withResolvers<void>()
    const scan = openScan({ from: 0, to: 3 * MIB }, 1, () => rest.promise)
    scan.open[0]?.finish({ to: MIB })
    await scan.settle()
    scan.ending.abort(new Error('over'))
    rest.resolve()
    await expect(scan.done).rejects.toThrow('over')
    expect(scan.open).toHaveLength(1)
  })

  it('begins no part within a line that an earlier one has read to its end', async () => {
    const { open, done, settle } = openScan({ from: 0, to: 40 * MIB }, 1)
    open[0]?.finish({ to: 20 * MIB + 3 })
    await settle()
    expect(open[1]?.range).toEqual({ from: 20 * MIB + 3, to: 31 * MIB })
    open[1]?.finish({ to: 50 * MIB })
    expect(await done).toEqual({ to: 50 * MIB })
    expect(open).toHaveLength(2)
  })

  it('ends where the file does, and ends the parts behind', async () => {
    const { open, done, told, ended } = openScan({ from: 0, to: 40 * MIB }, 3)
    open[1]?.tell(2 * MIB)
    open[0]?.tell(70_000)
    open[0]?.finish({ to: 80_000 })
    expect(await done).toEqual({ to: 80_000 })
    open[1]?.tell(3 * MIB)
    expect(told).toEqual([70_000])
    expect(ended()).toBe(3)
  })

  it('keeps the last entry of the parts, which a part without any does not know', async () => {
    const { open, done, settle } = openScan({ from: 0, to: 7 * MIB }, 3)
    const lastEntry = { from: 900_000, hits: 3 }
    open[2]?.finish({ to: 7 * MIB, lastEntry: null })
    open[0]?.finish({ to: MIB, lastEntry })
    await settle()
    open[1]?.finish({ to: 3 * MIB })
    expect(await done).toEqual({ to: 7 * MIB, lastEntry })
  })

  it('fails as a whole with what its first failing part fails with', async () => {
    const { open, done, ended } = openScan({ from: 0, to: 40 * MIB }, 2)
    const reason = new Error('No.')
    open[1]?.fail(reason)
    await expect(done).rejects.toBe(reason)
    expect(ended()).toBe(2)
  })

  it('ends all parts when nobody waits any more, also between two of them', async () => {
    const { open, done, ending, ended } = openScan({ from: 0, to: 40 * MIB }, 1)
    const reason = new Error('Enough.')
    open[0]?.finish({ to: MIB })
    ending.abort(reason)
    await expect(done).rejects.toBe(reason)
    expect(open).toHaveLength(1)
    expect(ended()).toBe(1)
  })

  it('has nothing to do for an empty range', async () => {
    const { done, open } = openScan({ from: 5, to: 5 }, 2)
    expect(await done).toEqual({ to: 5 })
    expect(open).toEqual([])
  })
})
