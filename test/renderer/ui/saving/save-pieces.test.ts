import { describe, expect, it } from 'vitest'
import { type SaveProgress, savePieces } from '../../../../src/renderer/ui/saving/save-pieces.ts'
import type { SaveTarget } from '../../../../src/renderer/ui/saving/save-target.ts'

const encoder = new TextEncoder()

async function* piecesOf(
  texts: readonly string[],
  failure?: Error,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const text of texts) yield encoder.encode(text)
  if (failure !== undefined) throw failure
}

/** A target in memory that can refuse what it is given. */
function targetOf(refusesAt = Number.POSITIVE_INFINITY) {
  const decoder = new TextDecoder()
  const state = { text: '', end: 'open' as 'open' | 'finished' | 'discarded', writes: 0 }
  const target: SaveTarget = {
    async write(piece) {
      if (state.writes >= refusesAt) throw new Error('The disk is full.')
      state.writes += 1
      state.text += decoder.decode(piece, { stream: true })
    },
    async finish() {
      state.end = 'finished'
    },
    async discard() {
      state.end = 'discarded'
    },
  }
  return { state, target }
}

function options(facts: { signal?: AbortSignal; heads?: number; maxBytes?: number } = {}) {
  const told: SaveProgress[] = []
  return {
    told,
    signal: new AbortController().signal,
    heads: 0,
    maxBytes: 1000,
    onProgress: (progress: SaveProgress) => void told.push(progress),
    ...facts,
  }
}

describe('savePieces', () => {
  it('writes every piece in order and counts lines and bytes', async () => {
    const { state, target } = targetOf()
    const asked = options({ heads: 1 })
    const outcome = await savePieces(piecesOf(['head\r\none\n', 'tw', 'o\né\n']), target, asked)
    expect(outcome).toEqual({ kind: 'saved', progress: { bytes: 17, lines: 3 } })
    expect(state).toMatchObject({ text: 'head\r\none\ntwo\né\n', end: 'finished' })
    expect(asked.told.map(({ lines }) => lines)).toEqual([1, 1, 3])
  })

  it('keeps nothing of a download that breaks off', async () => {
    const { state, target } = targetOf()
    const broken = piecesOf(['one\n'], new TypeError('network error'))
    expect(await savePieces(broken, target, options())).toEqual({ kind: 'broken' })
    expect(state.end).toBe('discarded')
  })

  it('says that the file could not be written, also at its end', async () => {
    const full = targetOf(1)
    expect(await savePieces(piecesOf(['a', 'b']), full.target, options())).toEqual({
      kind: 'unwritable',
    })
    expect(full.state.end).toBe('discarded')
    const { target } = targetOf()
    const unfinished = { ...target, finish: () => Promise.reject(new Error('No space.')) }
    expect((await savePieces(piecesOf(['a']), unfinished, options())).kind).toBe('unwritable')
  })

  it('ends at once when it is cancelled', async () => {
    const { state, target } = targetOf()
    const cancel = new AbortController()
    const asked = options({ signal: cancel.signal })
    const outcome = await savePieces(piecesOf(['a', 'b', 'c']), target, {
      ...asked,
      onProgress: () => cancel.abort(),
    })
    expect(outcome).toEqual({ kind: 'cancelled' })
    expect(state).toMatchObject({ writes: 1, end: 'discarded' })
  })

  it('collects no more than it may', async () => {
    const { state, target } = targetOf()
    const large = piecesOf(['x'.repeat(600), 'x'.repeat(600)])
    expect(await savePieces(large, target, options())).toEqual({ kind: 'too-large' })
    expect(state.end).toBe('discarded')
  })
})
