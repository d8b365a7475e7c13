import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES, BlockIndex } from '../../../src/server/engine/block-index.ts'
import { BytesGone } from '../../../src/server/engine/byte-source.ts'
import { createLocator } from '../../../src/server/engine/locate.ts'
import type { Encoding } from '../../../src/shared/encoding.ts'
import { encoding, logBytes } from './arbitrary-log.ts'
import { MemorySource } from './memory-source.ts'
import { naiveLines } from './naive-lines.ts'

function locatorOf(bytes: Uint8Array, enc: Encoding) {
  const source = new MemorySource(bytes)
  const index = new BlockIndex(enc)
  index.append(bytes)
  return { source, index, locator: createLocator(source, index, enc) }
}

describe('createLocator', () => {
  it('finds every line start and its way back', async () => {
    await fc.assert(
      fc.asyncProperty(logBytes, fc.nat(20), encoding, async (piece, lead, enc) => {
        const bytes = Buffer.concat([
          Buffer.alloc(2 * BLOCK_BYTES - lead, 0x41),
          piece,
          Buffer.alloc(BLOCK_BYTES, 0x41),
          piece,
        ])
        const { locator, index } = locatorOf(bytes, enc)
        const ends = naiveLines(bytes, enc)
          .filter((line) => line.finished)
          .map((line) => line.end)
        expect(index.newlines).toBe(ends.length)
        for (const [line, start] of [0, ...ends].entries()) {
          expect(await locator.offsetOfLine(line)).toBe(start)
          expect(await locator.lineAtOffset(start)).toBe(line)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('knows the line of an offset inside a line', async () => {
    const { locator } = locatorOf(Buffer.from('one\ntwo\nthree'), 'utf-8')
    const lines = await Promise.all([0, 3, 4, 7, 8, 13].map((at) => locator.lineAtOffset(at)))
    expect(lines).toEqual([0, 0, 1, 1, 2, 2])
    await expect(locator.lineAtOffset(14)).rejects.toThrow(RangeError)
    await expect(locator.offsetOfLine(3)).rejects.toThrow(RangeError)
  })

  it('reads one block at most, also beside a line of many blocks', async () => {
    const long = Buffer.alloc(200 * BLOCK_BYTES, 'x')
    const { locator, source } = locatorOf(
      Buffer.concat([Buffer.from('a\n'), long, Buffer.from('\nb\n')]),
      'utf-8',
    )
    expect(await locator.offsetOfLine(2)).toBe(long.length + 3)
    expect(source.readBytes).toBeLessThanOrEqual(BLOCK_BYTES)
    expect(await locator.lineAtOffset(long.length + 3)).toBe(2)
    expect(source.readBytes).toBeLessThanOrEqual(2 * BLOCK_BYTES)
  })

  it('rejects with BytesGone when the source has become shorter', async () => {
    const index = new BlockIndex('utf-8')
    index.append(Buffer.from('one\ntwo\n'))
    const locator = createLocator(new MemorySource(Buffer.from('one')), index, 'utf-8')
    await expect(locator.offsetOfLine(2)).rejects.toBeInstanceOf(BytesGone)
    await expect(locator.lineAtOffset(8)).rejects.toBeInstanceOf(BytesGone)
  })
})
