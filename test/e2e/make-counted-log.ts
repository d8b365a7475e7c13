import { open } from 'node:fs/promises'

/** Digits of a line: enough for every line but the 100 000 000th, which has one more. */
const DIGITS = 8

/** Lines of a block; their numbers differ in the last four digits only. */
const BLOCK_LINES = 10_000
const BLOCKS = 10_000
const LINE_BYTES = DIGITS + 1
const BLOCK_BYTES = BLOCK_LINES * LINE_BYTES

/** Blocks of one write, 45 MB: few calls, and no memory to speak of. */
const BLOCKS_PER_WRITE = 500

/** Lines of a log of {@link makeCountedLog}: 100 million. */
export const COUNTED_LINES = BLOCKS * BLOCK_LINES

/** What line `number` (from 1) of that log says: itself. */
export function countedText(number: number): string {
  return String(number).padStart(DIGITS, '0')
}

/**
 * Writes a log of {@link COUNTED_LINES} lines, each of which is its own number from 1: 900 MB in
 * some two seconds, because from one block to the next only four digits of a line are written anew.
 */
export async function makeCountedLog(path: string): Promise<void> {
  const buffer = Buffer.from(
    Array.from({ length: BLOCK_LINES }, (_, line) => `${countedText(line)}\n`)
      .join('')
      .repeat(BLOCKS_PER_WRITE),
  )
  const handle = await open(path, 'w')
  try {
    for (let first = 0; first < BLOCKS; first += BLOCKS_PER_WRITE) {
      for (let block = 0; block < BLOCKS_PER_WRITE; block += 1) {
        const from = block * BLOCK_BYTES
        writeBlockDigits(buffer.subarray(from, from + BLOCK_BYTES), first + block)
      }
      // Line 1 says 1: the first line of all, which would say 0, is left out.
      await handle.write(buffer, first === 0 ? LINE_BYTES : 0)
    }
    await handle.write(`${COUNTED_LINES}\n`)
  } finally {
    await handle.close()
  }
}

/** Writes the first four digits of every line of a block. */
function writeBlockDigits(block: Buffer, number: number): void {
  const [a = 0, b = 0, c = 0, d = 0] = Buffer.from(String(number).padStart(4, '0'))
  for (let at = 0; at < block.length; at += LINE_BYTES) {
    block[at] = a
    block[at + 1] = b
    block[at + 2] = c
    block[at + 3] = d
  }
}
