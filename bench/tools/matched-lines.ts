import { runTool } from './run-tool.ts'

const LF = 0x0a
const COLON = 0x3a
const ZERO = 0x30

/** Numbers of the lines that match, counted from 0, as `grep -n` and `rg -n` tell them from 1. */
export async function matchedLines(
  path: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<number[]> {
  const reader = createNumberReader()
  await runTool({ path, args, onOutput: reader.feed }, signal)
  return reader.numbers
}

/** Takes the numbers off the beginnings of lines `12:text`, whatever their texts and wherever they are cut. */
export function createNumberReader() {
  const numbers: number[] = []
  let number = 0
  let inNumber = true
  return {
    numbers,
    feed(chunk: Buffer): void {
      for (let at = 0; at < chunk.length; at++) {
        if (!inNumber) {
          const end = chunk.indexOf(LF, at)
          if (end === -1) return
          at = end
          inNumber = true
          number = 0
        } else if (chunk[at] === COLON) {
          numbers.push(number - 1)
          inNumber = false
        } else number = number * 10 + (chunk[at] ?? ZERO) - ZERO
      }
    },
  }
}
