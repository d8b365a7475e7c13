import { truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BytesGone } from '../../../../src/server/engine/byte-source.ts'
import { bytesTask } from '../../../../src/server/engine/read/bytes-task.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { runTask } from './run-task.ts'

describe('bytesTask', () => {
  it('reads a range, and less where the file ends', async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_001 }, (_, at) => at % 251))
    const { file, path } = await engineFile(bytes)
    const read = (from: number, to: number) =>
      Buffer.from(runTask(bytesTask({ file, from, to })).result)
    expect(read(5, 9)).toEqual(bytes.subarray(5, 9))
    expect(read(17, 3_000_000).equals(bytes.subarray(17, 3_000_000))).toBe(true)
    expect(read(3_000_000, 4_000_000)).toEqual(bytes.subarray(3_000_000))
    expect(read(9, 5)).toHaveLength(0)
    truncateSync(path, 2000)
    expect(read(1990, 3000)).toEqual(bytes.subarray(1990, 2000))
  })

  it('answers memory of its own, that can be handed over', async () => {
    const { file } = await engineFile('0123456789')
    for (const to of [10, 99]) {
      const { result } = runTask(bytesTask({ file, from: 0, to }))
      expect(result.byteLength).toBe(result.buffer.byteLength)
    }
  })

  it('throws BytesGone when the file was rewritten', async () => {
    const { file, path } = await engineFile('before')
    writeFileSync(path, 'after!')
    expect(() => runTask(bytesTask({ file, from: 0, to: 6 }))).toThrow(BytesGone)
  })
})
