import { BLOCK_BYTES } from '../block-index.ts'

/**
 * How far around a match its context reaches, in bytes from line start to line start: a block, so that
 * who looks at a block again reads no more than its neighbours.
 */
export const CONTEXT_BYTES = BLOCK_BYTES

/** A longer line, with its ending, has no context: nobody can tell how it ends who looks at its block again. */
export const MAX_CONTEXT_LINE_BYTES = BLOCK_BYTES

/** A line as it is passed. */
export interface PassedLine {
  readonly offset: number
  /** Bytes with its ending. */
  readonly bytes: number
  readonly matches: boolean
  /** An index into LEVELS, where somebody counts levels. */
  readonly level: number
}

/** Finds the lines around matches. Lines are passed in order, each once. */
export interface ContextLines {
  /** The lines that are shown now that this one is known, in order: each line once. */
  pass(line: PassedLine): readonly PassedLine[]
}

/**
 * A line is shown when it matches, or when at most `lines` lines and {@link CONTEXT_BYTES} lie between
 * it and a match that is no longer than {@link MAX_CONTEXT_LINE_BYTES}. Nothing but the lines decides
 * that, so whoever passes them from far enough before finds the same.
 */
export function createContextLines(lines: number): ContextLines {
  /** The last lines that are not shown: a later one is never shown before an earlier one. */
  let waiting: PassedLine[] = []
  let left = 0
  let lastMatch = 0

  return {
    pass(line) {
      const { offset, bytes, matches } = line
      const isNear = left > 0 && offset - lastMatch <= CONTEXT_BYTES
      if (!matches && !isNear) {
        left = 0
        if (waiting.length === lines) waiting.shift()
        waiting.push(line)
        return []
      }
      const hasContext = matches && bytes <= MAX_CONTEXT_LINE_BYTES
      const before = hasContext ? waiting.filter((one) => offset - one.offset <= CONTEXT_BYTES) : []
      waiting = []
      if (hasContext) {
        left = lines
        lastMatch = offset
      } else {
        left = isNear ? left - 1 : 0
      }
      return [...before, line]
    },
  }
}
