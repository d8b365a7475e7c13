import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SeekTask, TimeFormat } from '../../../../src/server/engine/engine-task.ts'
import { seekTask } from '../../../../src/server/engine/survey/seek-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import { encodeText } from '../../../support/encode-text.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { runTask } from '../read/run-task.ts'

const FORMAT: TimeFormat = {
  notation: 'epoch',
  place: { kind: 'word', word: 0 },
  zoneMinutes: 0,
  lastChange: 0,
}
const START = 1_700_000_000_000
const tools = createTaskTools()

function seek(task: Omit<SeekTask, 'format'>) {
  return runTask(seekTask({ ...task, format: FORMAT }, tools)).result.found
}

/** The first line that is late enough, found by looking at each. */
function linear(lines: readonly { offset: number; time: number | null }[], at: number) {
  const line = lines.find(({ time }) => time !== null && time >= at)
  return line === undefined ? null : { offset: line.offset, time: line.time }
}

/** Lines of a log that is somewhat out of order, with continuation lines and gaps. */
const disordered = fc
  .record({
    lines: fc.integer({ min: 0, max: 4000 }),
    jitterMs: fc.nat(3000),
    stepMs: fc.nat(200),
    gapEvery: fc.integer({ min: 50, max: 5000 }),
    continuations: fc.nat(5),
    length: fc.nat(300),
    seed: fc.nat(),
  })
  .map(({ lines, jitterMs, stepMs, gapEvery, continuations, length, seed }) => {
    let state = seed
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * (below + 1))
    }
    let clock = START
    return Array.from({ length: lines }, (_, at) => {
      clock += stepMs + (at % gapEvery === 0 ? 3_600_000 : 0)
      if (random(9) < continuations) return { time: null, text: '\tat frame' }
      const time = clock - random(jitterMs)
      return { time, text: `${time} ${'x'.repeat(random(length))}` }
    })
  })

describe('the line of a time', () => {
  it('is the one that a look at each line finds, in order or not quite', async () => {
    await fc.assert(
      fc.asyncProperty(
        disordered,
        fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('utf-8', 'utf-16le'),
        async (lines, places, encoding) => {
          const pieces = lines.map(({ text }) => encodeText(`${text}\n`, encoding))
          let end = 0
          const placed = lines.map(({ time }, at) => {
            const offset = end
            end += pieces[at]?.length ?? 0
            return { time, offset }
          })
          const { file, close } = await engineFile(Buffer.concat(pieces), encoding)
          const times = lines.flatMap(({ time }) => time ?? [])
          const first = times[0] ?? START
          const span = (times.at(-1) ?? START) - first
          for (const at of [...places.map((place) => first + place * span), ...times.slice(0, 2)]) {
            expect(seek({ file, from: 0, to: end, end, at })).toEqual(linear(placed, at))
          }
          await close()
        },
      ),
      { numRuns: 40 },
    )
  }, 30_000)

  it('is found beside a few wrong times', async () => {
    const lines = Array.from(
      { length: 50_000 },
      (_, at) => `${START + at * 1000} ${'x'.repeat(200)} line ${at}\n`,
    )
    lines[30_000] = `${START - 1e9} a clock that was not set\n`
    lines[10_000] = `${START + 1e12} a clock that runs ahead\n`
    const text = lines.join('')
    const { file } = await engineFile(text)
    const to = text.length
    const found = seek({ file, from: 0, to, end: to, at: START + 40_000_000 })
    expect(found).toEqual({
      offset: text.indexOf(`${START + 40_000_000} `),
      time: START + 40_000_000,
    })
  })

  it('is looked for in a part only, and is none behind the last time', async () => {
    const text = `${START} a\n${START + 1000} b\n${START + 2000} c\n`
    const { file } = await engineFile(text)
    const task = { file, from: 16, to: text.length, end: text.length }
    expect(seek({ ...task, at: 0 })).toEqual({ offset: 16, time: START + 1000 })
    expect(seek({ ...task, at: START + 2001 })).toBeNull()
    expect(seek({ ...task, to: 32, at: START + 1001 })).toBeNull()
    expect(seek({ ...task, from: 16, to: 16, at: 0 })).toBeNull()
  })

  it('is found behind megabytes without any time', async () => {
    const gap = 'no time here\n'.repeat(300_000)
    const text = `${START} a\n${gap}${START + 1000} b\n${gap}${START + 2000} c\n`
    const { file } = await engineFile(text)
    const to = text.length
    for (const [second, letter] of ['a', 'b', 'c'].entries()) {
      const at = START + second * 1000 - 500
      const offset = text.indexOf(` ${letter}\n`) - 13
      expect(seek({ file, from: 0, to, end: to, at })).toEqual({ offset, time: at + 500 })
    }
  })
})
