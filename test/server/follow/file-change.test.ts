import { describe, expect, it } from 'vitest'
import {
  classify,
  type FileChange,
  type Known,
  type Observation,
} from '../../../src/server/follow/file-change.ts'

const bytes = (text: string) => Buffer.from(text)
const identity = { device: 1n, inode: 10n }
const known: Known = { identity, size: 100, head: bytes('head'), beforeProbe: bytes('tail') }
const file = (size: number, head = 'head', tail = 'tail'): Observation => ({
  kind: 'file',
  identity,
  size,
  head: bytes(head),
  beforeProbe: bytes(tail),
})

describe('what became of a file', () => {
  const cases: readonly [string, Observation, FileChange][] = [
    ['nothing', file(100), { kind: 'same' }],
    ['it grew', file(101), { kind: 'grew' }],
    ['it was cut to a part of itself', file(50), { kind: 'truncated', keptBytes: 50 }],
    ['it was emptied', file(0, '', ''), { kind: 'truncated', keptBytes: 0 }],
    ['it is shorter and starts otherwise', file(50, 'HEAD'), { kind: 'truncated', keptBytes: 0 }],
    [
      'it is shorter and goes on otherwise',
      file(50, 'head', 'TAIL'),
      { kind: 'truncated', keptBytes: 0 },
    ],
    [
      'it grew past its old size after a truncation',
      file(200, 'HEAD'),
      { kind: 'truncated', keptBytes: 0 },
    ],
    [
      'it has the old size, head and inode, and another tail',
      file(100, 'head', 'TAIL'),
      { kind: 'truncated', keptBytes: 0 },
    ],
    [
      'another inode',
      { kind: 'other', identity: { device: 1n, inode: 11n } },
      { kind: 'replaced' },
    ],
    [
      'the same inode of another device',
      { ...file(100), identity: { device: 2n, inode: 10n } } as Observation,
      { kind: 'replaced' },
    ],
    ['it is gone', { kind: 'absent', reason: 'missing' }, { kind: 'gone', reason: 'missing' }],
  ]
  it.each(cases)('%s', (_name, now, change) => {
    expect(classify(known, now)).toEqual(change)
  })

  it('is told by the head alone when the bytes before are not held any more', () => {
    const old = { ...known, beforeProbe: null }
    expect(classify(old, file(50, 'head', 'anything'))).toEqual({
      kind: 'truncated',
      keptBytes: 50,
    })
  })
})
