import { createNeedle } from './needle.ts'
import type { Scanner } from './scanner.ts'

/**
 * Has every kernel compiled that a first search needs: V8 compiles each when it is first called, and
 * the first search of a process answered after 48 ms where the next ones took 16. What the buffer
 * holds is lost.
 */
export function warmUp(scanner: Scanner): void {
  const text = new TextEncoder().encode('warm\n')
  scanner.buffer.set(text)
  const to = text.length
  for (const ignoreCase of [true, false]) {
    const needle = createNeedle(text.subarray(1, 3), ignoreCase)
    scanner.findNext(needle, 0, to)
    scanner.findLines(needle, 0, to)
  }
  scanner.lineStarts(0, to)
  scanner.afterNewlines(0, to, 1)
  scanner.lastNewlineEnd(0, to)
  scanner.countNewlinesPerBlock(0, to, 0)
  scanner.isAscii(0, to)
  scanner.levelOfLine(0, to, 'utf-8')
  scanner.countLevelsPerBlock(0, to, 0, 'utf-8')
}
