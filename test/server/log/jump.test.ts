import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Follower, type FollowerEvent } from '../../../src/server/follow/follower.ts'
import { JUMP_BYTES } from '../../../src/server/follow/fresh-reader.ts'
import { FileLog } from '../../../src/server/log/file-log.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import type { Encoding } from '../../../src/shared/encoding.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { encodeText } from '../../support/encode-text.ts'
import { inlineEngine } from '../../support/inline-engine.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const LINES = 100_000
/** More than is read piece by piece, in either encoding; every tenth line is an error. */
const FLOOD = Array.from({ length: LINES }, (_, at) => {
  return `${at % 10 === 0 ? 'ERROR' : 'INFO'} ${String(at).padStart(8, '0')} ${'x'.repeat(1500)}`
})

const until = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 })

describe('much that is appended at once', () => {
  it.each<Encoding>(['utf-8', 'utf-16le'])(
    'is counted, with its errors, and read, every line of it (%s)',
    async (encoding) => {
      const path = join(await tempFolder(), 'app.log')
      writeFileSync(path, encodeText('\ufeffERROR before\nERR', encoding))
      const origin = { kind: 'file', path } as const
      const log = new FileLog({
        id: 'app',
        name: 'app.log',
        origin,
        path,
        engine: inlineEngine(),
        ownLog: silentLog,
      })
      onTestFinished(() => log.close())
      await log.looked()
      await until(() => expect(log.state()).toMatchObject({ end: 1, partial: 'ERR' }))
      appendFileSync(path, encodeText(`OR half\n${FLOOD.join('\n')}\nERR`, encoding))
      await until(() => expect(log.state()).toMatchObject({ end: 2 + LINES, partial: 'ERR' }))
      await until(() => expect(log.state().errors).toBe(1 + LINES / 10))
      appendFileSync(path, encodeText('OR last\n', encoding))
      await until(() => {
        expect(log.state()).toMatchObject({ end: 3 + LINES, errors: 2 + LINES / 10 })
      })
      for (const from of [0, LINES / 2, LINES - 5]) {
        const { lines } = await log.lines(lineNumber(2 + from), lineNumber(2 + from + 5))
        expect(lines.map(({ text }) => text)).toEqual(FLOOD.slice(from, from + 5))
      }
      const { lines } = await log.tail(2)
      expect(lines.map(({ text }) => text)).toEqual([FLOOD.at(-1), 'ERROR last'])
    },
  )

  it('is left to the engine but for the newest of it, with nothing in between', async () => {
    const path = join(await tempFolder(), 'app.log')
    writeFileSync(path, 'first\n')
    const events: FollowerEvent[] = []
    const follower = new Follower({
      path,
      engine: inlineEngine(),
      ownLog: silentLog,
      encoding: null,
      onEvent: (event) => events.push(event),
    })
    onTestFinished(() => follower.close())
    await follower.looked()
    const text = `${FLOOD.join('\n')}\n`
    appendFileSync(path, text)
    await until(() => expect(follower.current?.size).toBe('first\n'.length + text.length))
    const grown = events.flatMap((event) => (event.kind === 'grew' ? (event.grown ?? []) : []))
    const left = grown.filter(({ bytes }) => bytes === null)
    expect(left.length).toBeGreaterThan(0)
    expect(left.reduce((sum, { from, to }) => sum + to - from, 0)).toBeGreaterThan(JUMP_BYTES)
    for (const [at, { from, bytes }] of grown.entries()) {
      const before = grown[at - 1]
      if (before === undefined) continue
      // What is left begins with the line that was not finished yet.
      if (bytes === null) expect(from).toBeLessThanOrEqual(before.to)
      else expect(from).toBe(before.to)
    }
  })

  it('is read piece by piece where one line is as long', async () => {
    const path = join(await tempFolder(), 'app.log')
    writeFileSync(path, '')
    const origin = { kind: 'file', path } as const
    const log = new FileLog({
      id: 'app',
      name: 'app.log',
      origin,
      path,
      engine: inlineEngine(),
      ownLog: silentLog,
    })
    onTestFinished(() => log.close())
    await log.looked()
    const long = `ERROR ${'y'.repeat(1.2 * JUMP_BYTES)}`
    appendFileSync(path, `${long}\nINFO short\nINFO short`)
    await until(() =>
      expect(log.state()).toMatchObject({ end: 2, errors: 1, partial: 'INFO short' }),
    )
  })
})
