import { MAX_LINE_BYTES } from '../../../shared/max-line-bytes.ts'
import { bomLength, cutBytes, decodeLine } from '../decode.ts'
import type { EngineFile } from '../engine-task.ts'
import { nextNewlineEnd } from '../line-ending.ts'
import { readAt, readBytes } from '../read/read-at.ts'
import type { Scanner } from '../scan/scanner.ts'
import { byteEncoding } from './byte-encoding.ts'
import { type CompiledQuery, termsOf } from './compile-query.ts'
import type { CompiledTerm } from './compile-term.ts'
import { termNeedles } from './term-needles.ts'

/** Bytes per read of what stands behind the part that a pattern sees. */
const READ_BYTES = 1024 * 1024

/**
 * Which terms a line has that is longer than one read: bit `n` for the n-th term of `termsOf`. A
 * pattern sees its first MAX_LINE_BYTES; a literal of a log in bytes is found anywhere. The line's text
 * begins at `from` of the file, behind a hole, and ends at the first newline, at `end` without one. Yields to pause; the scanner's buffer is lost.
 */
export function* longLineTerms(
  file: EngineFile,
  from: number,
  end: number,
  query: CompiledQuery,
  scanner: Scanner,
): Generator<null, number, void> {
  const bytes = readBytes(file, from, Math.min(end, from + MAX_LINE_BYTES + 4))
  const lineEnd = nextNewlineEnd(bytes, 0, file.encoding, from)
  const line = lineEnd === -1 ? bytes : bytes.subarray(0, lineEnd)
  const bom = from === 0 ? bomLength(bytes, file.encoding) : 0
  const seen = cutBytes(line, MAX_LINE_BYTES, file.encoding)
  const text = decodeLine(seen.subarray(bom), file.encoding)
  const behind = line.length > MAX_LINE_BYTES ? from + MAX_LINE_BYTES : end
  let bits = 0
  for (const [at, term] of termsOf(query).entries()) {
    yield null
    if (term.line.test(text)) bits |= 1 << at
    else if (yield* hasBehind(file, behind, end, term, scanner)) bits |= 1 << at
  }
  return bits
}

/** Whether a literal stands in the bytes behind those that a pattern sees, or over their end. */
function* hasBehind(
  file: EngineFile,
  from: number,
  end: number,
  { required, term }: CompiledTerm,
  scanner: Scanner,
): Generator<null, boolean, void> {
  const encoding = byteEncoding(file.encoding)
  if (required === null || !required.whole || encoding === null || from >= end) return false
  const needles = termNeedles(required, !term.matchCase, encoding).filter(({ sure }) => sure)
  const overlap = Math.max(0, ...needles.map(({ needle }) => needle.bytes.length - 1))
  for (let at = from - overlap; at < end; at += READ_BYTES - overlap) {
    const wanted = Math.min(READ_BYTES, end - at)
    const read = readAt(file, at, scanner.buffer.subarray(0, wanted))
    const feed = scanner.afterNewlines(0, read, 1)
    const to = feed === -1 ? read : feed - 1
    if (needles.some(({ needle }) => scanner.findNext(needle, 0, to) !== -1)) return true
    if (feed !== -1 || read < wanted) return false
    yield null
  }
  return false
}

/** Whether a line (or an entry) matches: by its terms, as bits, and its level, as an index into LEVELS. */
export function unitMatches(
  bits: number,
  level: number,
  { all, any, none, levels }: CompiledQuery,
): boolean {
  const mask = (count: number): number => (count >= 32 ? -1 : (1 << count) - 1)
  const ofAll = mask(all.length)
  const ofAny = mask(any.length)
  return (
    (levels === null || levels[level] === true) &&
    (bits & ofAll) === ofAll &&
    (any.length === 0 || ((bits >>> all.length) & ofAny) !== 0) &&
    (none.length === 0 || ((bits >>> (all.length + any.length)) & mask(none.length)) === 0)
  )
}
