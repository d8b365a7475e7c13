import { describe, expect, it } from 'vitest'
import { groupLogs } from '../../../../src/renderer/ui/sources/group-logs.ts'
import { logState } from '../log-state.ts'

describe('groupLogs', () => {
  it('keeps the order of opening within files, remotes and the generator', () => {
    const remote = { kind: 'remote', url: 'http://host/' } as const
    const logs = [
      logState({ id: 'r', origin: remote }),
      logState({ id: 'b' }),
      logState({ id: 'a' }),
    ]
    const groups = groupLogs(logs).map(({ kind, logs }) => [kind, logs.map(({ id }) => id)])
    expect(groups).toEqual([
      ['file', ['b', 'a']],
      ['remote', ['r']],
    ])
  })
})
