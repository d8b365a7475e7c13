import { describe, expect, it } from 'vitest'
import { createFileQueue } from '../../src/main/file-queue.ts'

describe('createFileQueue', () => {
  it('keeps what comes early, hands it over once in order, and passes the rest on', () => {
    const queue = createFileQueue()
    const opened: string[][] = []
    queue.offer(['a'])
    queue.offer(['b', 'c'])
    expect(queue.flowInto((paths) => opened.push([...paths]))).toBe(true)
    queue.offer(['d'])
    expect(opened).toEqual([['a', 'b', 'c'], ['d']])
  })

  it('says that nothing waited, and does not open nothing', () => {
    const queue = createFileQueue()
    const opened: string[][] = []
    queue.offer([])
    expect(queue.flowInto((paths) => opened.push([...paths]))).toBe(false)
    queue.offer([])
    expect(opened).toEqual([])
  })
})
