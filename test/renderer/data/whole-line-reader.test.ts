import { describe, expect, it } from 'vitest'
import { type AskPart, WholeLineReader } from '../../../src/renderer/data/whole-line-reader.ts'

const LINE = 'x'.repeat(300_000)

/** Answers parts of {@link LINE} as the server does, and notes what was asked for. */
function server() {
  const asked: number[] = []
  let running = 0
  let most = 0
  const ask: AskPart = async (from, bytes) => {
    asked.push(from)
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    const text = LINE.slice(from, from + bytes)
    return { kind: 'ok', value: { text, from, to: from + text.length, bytes: LINE.length } }
  }
  return { ask, asked, mostAtOnce: () => most }
}

describe('the reader of a whole line', () => {
  it('loads a piece each time that it is asked for more', async () => {
    const { ask } = server()
    const reader = new WholeLineReader(ask)
    await reader.more()
    expect(reader.get()).toMatchObject({ bytes: LINE.length, loading: { kind: 'more' } })
    await reader.more()
    expect(reader.get().loading).toEqual({ kind: 'whole' })
    expect(reader.get().pieces.join('')).toBe(LINE)
  })

  it('asks once, however often more is wanted meanwhile', async () => {
    const { ask, asked, mostAtOnce } = server()
    const reader = new WholeLineReader(ask)
    await Promise.all([reader.more(), reader.more(), reader.all(), reader.more()])
    expect(asked).toEqual([0, 64 * 1024])
    expect(mostAtOnce()).toBe(1)
  })

  it('loads all of it, and tells that it did', async () => {
    const reader = new WholeLineReader(server().ask)
    expect(await reader.all()).toBe(true)
    expect(reader.get().pieces.join('')).toBe(LINE)
  })

  it('tells that it could not, and goes on from there when it is asked again', async () => {
    const { ask } = server()
    let isAway = false
    const reader = new WholeLineReader(async (...part) =>
      isAway ? { kind: 'refused', error: 'network', detail: '' } : ask(...part),
    )
    await reader.more()
    isAway = true
    expect(await reader.all()).toBe(false)
    expect(reader.get().loading).toEqual({ kind: 'failed', reason: 'network' })
    isAway = false
    expect(await reader.all()).toBe(true)
    expect(reader.get().pieces.join('')).toBe(LINE)
  })

  it('tells of every change, until it is closed', async () => {
    const { ask } = server()
    const seen: string[] = []
    const reader = new WholeLineReader(ask)
    const stop = reader.subscribe(() => seen.push(reader.get().loading.kind))
    await reader.more()
    expect(seen).toEqual(['loading', 'more'])
    const last = reader.more()
    reader.close()
    await last
    expect(seen).toEqual(['loading', 'more', 'loading'])
    stop()
  })
})
