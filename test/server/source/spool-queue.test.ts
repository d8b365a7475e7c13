import { describe, expect, it } from 'vitest'
import { SpoolQueue } from '../../../src/server/source/spool-queue.ts'

function queueOf(...texts: readonly (string | null)[]) {
  const queue = new SpoolQueue()
  for (const [at, text] of texts.entries()) {
    if (text === null) queue.push({ kind: 'save' })
    else queue.push({ kind: 'lines', bytes: Buffer.from(text), lastEventId: String(at) })
  }
  return queue
}

describe('the queue of a spool', () => {
  it('gives the lines up to what is none of them in one piece, with their last id', () => {
    const queue = queueOf('a\n', 'b\n', null, 'c\n')
    const { bytes, lastEventId } = queue.takeLines()
    expect([bytes.toString(), lastEventId]).toEqual(['a\nb\n', '1'])
    expect(queue.head).toEqual({ kind: 'save' })
    queue.shift()
    expect(queue.takeLines().bytes.toString()).toBe('c\n')
    expect(queue.head).toBeUndefined()
  })

  it('counts what no disk has yet, also what is being written or was put back', () => {
    const queue = queueOf('abcd\n', 'ef\n')
    expect(queue.bytes).toBe(8)
    const { bytes, lastEventId } = queue.takeLines()
    expect(queue.bytes).toBe(8)
    queue.wrote(3)
    queue.putBack({ bytes: bytes.subarray(3), lastEventId })
    expect(queue.bytes).toBe(5)
    expect(queue.takeLines()).toEqual({ bytes: Buffer.from('d\nef\n'), lastEventId: '1' })
  })

  it('says what to do when there are no lines to take', () => {
    expect(() => queueOf(null).takeLines()).toThrow('look at it first')
  })
})
