import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { createNewlineCounter } from '../../../../src/server/engine/search/newlines-before.ts'
import { encoding as anyEncoding } from '../arbitrary-log.ts'
import { naiveLines } from '../naive-lines.ts'
import { heldFile } from './held-file.ts'

describe('the newlines before an offset in its block', () => {
  it('are those that the oracle counts, in whatever order it is asked', () => {
    fc.assert(
      fc.property(
        anyEncoding,
        fc.array(fc.nat(2.5 * BLOCK_BYTES), { maxLength: 12 }),
        fc.boolean(),
        (encoding, asked, inOrder) => {
          const unit = encoding.startsWith('utf-16') ? 2 : 1
          const text = Buffer.alloc(2.5 * BLOCK_BYTES, 'ab\n\ncdefgh\n')
          const bytes = unit === 1 ? text : Buffer.from(text.toString('latin1'), 'utf16le')
          if (encoding === 'utf-16be') bytes.swap16()
          const newlinesBefore = createNewlineCounter(heldFile({ bytes, encoding }))
          const offsets = asked.map((offset) => offset - (offset % unit))
          if (inOrder) offsets.sort((a, b) => a - b)
          for (const offset of offsets) {
            const within = bytes.subarray(offset - (offset % BLOCK_BYTES), offset)
            const expected = naiveLines(within, encoding).filter(({ finished }) => finished)
            expect(newlinesBefore(offset)).toBe(expected.length)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
