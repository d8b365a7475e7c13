import { describe, expect, it } from 'vitest'
import { ownBuffers } from '../../../../src/server/engine/threads/own-buffers.ts'

describe('ownBuffers', () => {
  it('finds the memory of arrays that have it for themselves', () => {
    const newlines = new Uint32Array(5)
    const times = new Float64Array(3)
    expect(ownBuffers({ to: 1, newlines, times, none: null })).toEqual([
      newlines.buffer,
      times.buffer,
    ])
    expect(ownBuffers(newlines)).toEqual([newlines.buffer])
    expect(ownBuffers({ a: newlines, b: newlines })).toEqual([newlines.buffer])
  })

  it('leaves out parts of larger memory, shared memory and what is no array', () => {
    const part = new Uint8Array(10).subarray(2)
    const pooled = Buffer.from('pooled')
    const shared = new Int32Array(new SharedArrayBuffer(8))
    expect(ownBuffers({ part, pooled, shared, text: 'x' })).toEqual([])
    expect(ownBuffers(null)).toEqual([])
  })
})
