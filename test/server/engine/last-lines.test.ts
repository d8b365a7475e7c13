import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../src/server/engine/block-index.ts'
import { BytesGone } from '../../../src/server/engine/byte-source.ts'
import { endOfLastLine, startOfLastLines } from '../../../src/server/engine/last-lines.ts'
import { encoding, logBytes } from './arbitrary-log.ts'
import { MemorySource } from './memory-source.ts'
import { naiveLines } from './naive-lines.ts'

describe('the last lines', () => {
  it('start where the oracle says, for every count and over block borders', async () => {
    await fc.assert(
      fc.asyncProperty(
        logBytes,
        fc.nat(40),
        fc.boolean(),
        encoding,
        async (piece, lead, long, enc) => {
          const filler = Buffer.alloc(long ? BLOCK_BYTES - lead : 0, 0x41)
          const bytes = Buffer.concat([piece, filler, piece])
          const source = new MemorySource(bytes)
          const ends = naiveLines(bytes, enc)
            .filter((line) => line.finished)
            .map((line) => line.end)
          const starts = [0, ...ends]
          const end = ends.at(-1) ?? 0
          expect(await endOfLastLine(source, bytes.length, enc)).toBe(end)
          for (let count = 0; count <= ends.length + 1; count++) {
            const expected = starts[Math.max(0, ends.length - count)]
            expect(await startOfLastLines(source, end, count, enc)).toBe(expected)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('are found behind an unfinished line of many blocks in reads of one block', async () => {
    const bytes = Buffer.concat([Buffer.from('a\nb\n'), Buffer.alloc(40 * BLOCK_BYTES, 'x')])
    const source = new MemorySource(bytes)
    expect(await endOfLastLine(source, bytes.length, 'utf-8')).toBe(4)
    expect(source.largestRead).toBe(BLOCK_BYTES)
    expect(await startOfLastLines(source, 4, 1, 'utf-8')).toBe(2)
  })

  it('reject with BytesGone when the source has become shorter', async () => {
    const source = new MemorySource(Buffer.from('abc'))
    await expect(endOfLastLine(source, 10, 'utf-8')).rejects.toBeInstanceOf(BytesGone)
    await expect(startOfLastLines(source, 10, 1, 'utf-8')).rejects.toBeInstanceOf(BytesGone)
  })
})
