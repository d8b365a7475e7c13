import fc from 'fast-check'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { bomLength } from '../../../../src/server/engine/decode.ts'
import type { EntryRule } from '../../../../src/server/engine/engine-task.ts'
import { ENCODINGS, type Encoding } from '../../../../src/shared/encoding.ts'
import { LEVELS } from '../../../../src/shared/level.ts'
import type { Query, Term } from '../../../../src/shared/query.ts'
import { encodeText } from '../../../support/encode-text.ts'
import type { SearchedBytes } from './naive-search.ts'

/** Words that the patterns look for, their look-alikes, and what breaks lines, text and holes. */
const WORDS = [
  'ERROR',
  'error',
  '[warn] ',
  'level=debug ',
  'INFO',
  'foo',
  'foobar',
  'bar',
  'Bar',
  'kelvin',
  '\u212Aelvin',
  'se\u017F',
  'ses',
  'é',
  'É',
  'straße',
  '😀',
  'naïve',
  'a',
  'aa',
  '42',
  ' ',
  '  ',
  '_',
  '-',
  '.',
  '\t',
  '\r',
  '\0',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffd',
  '\x1b[31m',
]

/** Bytes that are no text, or only half of it. */
const BROKEN = [
  'c3',
  'a9',
  'e282',
  'f09f98',
  'ff',
  '80',
  '00',
  '0000',
  '0d',
  'fffe',
  'd83d',
  '850a',
]

/** None of them takes more than linear time on long lines. */
const PATTERNS = [
  'fo+',
  'foo',
  '^foo',
  'bar$',
  '^.$',
  '[^-a]',
  '[^a-]r',
  '[^\\]a]oo',
  '[^]',
  '[]',
  '\\s',
  '\\S{4}',
  '\\W',
  '\\w{1,9} \\w+',
  '.',
  '^$',
  '^',
  '$',
  'x*',
  '(?<=foo)bar',
  '(?<!o)bar',
  '(?<![^a])a',
  'foo(?!bar)',
  'foo(?=bar)',
  'é',
  '[éÉ]',
  '\\p{L}+',
  '\\P{L}',
  '\\p{Lu}{2}',
  'k',
  'K',
  's',
  '[r-t]',
  '\u017F',
  '\u212A',
  'ERROR|warn',
  'error|foobar|straße|naïve',
  '(?:foo|bar)+',
  '(fo|ba)(o|r)',
  'f(?:o){2}',
  '(.)\\1',
  '[\\s\\S]{3}',
  '[^x]{0,9}b',
  '\\n',
  'foo\\nbar',
  'foo\\n?bar',
  '\\0',
  '\\r',
  '\\r$',
  '\\ufeff',
  '\\ufffd',
  '\\bfoo\\b',
  '\\Bo',
  '(?i:error)',
  '^(?i:e)rror',
  '\\d{2}',
  'foo.*bar',
  'foo.{0,3}42',
  '(?:error)?foo',
  '😀',
  '^(?:ERROR|error)',
  'y{8}',
]

const TEXTS = [
  ...[
    'foo',
    'FOO',
    'error',
    'bar',
    'a',
    'k',
    'K',
    's',
    '\u017F',
    '\u212A',
    'é',
    'É',
    'ß',
    '😀',
    '.',
  ],
  ...[
    '[warn]',
    '42',
    ' ',
    '\r',
    '\0',
    '\ufeff',
    '\ufffd',
    '\n',
    'foo\nbar',
    '\x1b[31m',
    'yyyyyyyy',
  ],
]

export const term: fc.Arbitrary<Term> = fc
  .record({
    source: fc.oneof(
      fc.constantFrom(...PATTERNS).map((pattern) => ({ kind: 'regexp' as const, pattern })),
      fc.constantFrom(...TEXTS).map((pattern) => ({ kind: 'text' as const, pattern })),
    ),
    matchCase: fc.boolean(),
    wholeWord: fc.boolean(),
  })
  .map(({ source, ...how }) => ({ ...source, ...how }))

export const query: fc.Arbitrary<Query> = fc.oneof(
  term.map((one) => ({ all: [one], any: [], none: [], entries: false })),
  fc
    .record({
      all: fc.array(term, { maxLength: 2 }),
      any: fc.array(term, { maxLength: 3 }),
      none: fc.array(term, { maxLength: 2 }),
      entries: fc.boolean(),
      levels: fc.option(fc.subarray([...LEVELS]), { nil: null }),
      heads: fc.boolean(),
      find: fc.option(term, { nil: null }),
    })
    .map(({ levels, heads, find, ...asked }) => ({
      ...asked,
      ...(levels !== null && { levels }),
      ...(asked.entries && { heads }),
      ...(asked.entries && !heads && find !== null && { find }),
    }))
    .filter(({ all, any, none, levels, heads }) => {
      return all.length + any.length + none.length > 0 || levels !== undefined || heads === true
    }),
)

/** Lengths around which lines are read, or looked at again, in another way. */
const LENGTHS = [BLOCK_BYTES, 2 * BLOCK_BYTES]

/** A piece of a log: words, broken bytes, an end of line, or letters up to about a given length. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raw'; readonly hex: string }
  | { readonly kind: 'filler'; readonly bytes: number }

const word: fc.Arbitrary<Piece> = fc.constantFrom(...WORDS).map((text) => ({ kind: 'text', text }))
const ending: fc.Arbitrary<Piece> = fc
  .constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\n\0')
  .map((text) => ({ kind: 'text', text }))
const raw: fc.Arbitrary<Piece> = fc.constantFrom(...BROKEN).map((hex) => ({ kind: 'raw', hex }))

function filler(lengths: readonly number[]): fc.Arbitrary<Piece> {
  return fc
    .tuple(fc.constantFrom(...lengths), fc.integer({ min: -40, max: 40 }))
    .map(([length, more]) => ({ kind: 'filler', bytes: length + more }))
}

const ENTRY_RULES: readonly EntryRule[] = [
  { kind: 'level' },
  { kind: 'indentation' },
  { kind: 'line' },
]

export interface SearchCase {
  readonly log: SearchedBytes
  readonly query: Query
  /** Where the range is cut into parts, in order, from `log.begin` to `log.end`. */
  readonly cuts: readonly number[]
}

/**
 * A log of at most `most` pieces, with lines of about `lengths` bytes among short ones, a query, and
 * parts to search it in.
 */
export function searchCase(
  lengths: readonly number[] = LENGTHS,
  most = 80,
): fc.Arbitrary<SearchCase> {
  return fc
    .record({
      pieces: fc.array(
        fc.oneof(
          { weight: 12, arbitrary: word },
          { weight: 8, arbitrary: ending },
          { weight: 1, arbitrary: raw },
          { weight: 1, arbitrary: filler(lengths) },
        ),
        { maxLength: most },
      ),
      plain: fc.boolean(),
      mark: fc.boolean(),
      finished: fc.boolean(),
      encoding: fc.constantFrom('utf-8' as const, 'utf-8' as const, ...ENCODINGS),
      entryRule: fc.constantFrom(...ENTRY_RULES),
      beginAt: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
      ),
      query,
      parts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
    })
    .map(({ pieces, plain, mark, finished, encoding, entryRule, beginAt, query, parts }) => {
      const unit = encoding.startsWith('utf-16') ? 2 : 1
      const bytes = Buffer.concat([
        mark ? encodeText(encoding === 'windows-1252' ? '' : '\ufeff', encoding) : Buffer.alloc(0),
        ...pieces.filter((piece) => !plain || isPlain(piece)).map((one) => encode(one, encoding)),
      ])
      // A mark alone is no line yet.
      const bom = bomLength(bytes, encoding)
      const units = bytes.length - (bytes.length % unit)
      const whole = units === bom ? 0 : units
      const newline = encodeText('\n', encoding)
      const last = lastNewline(bytes.subarray(0, whole), newline)
      const end = finished ? last : whole
      const begin = Math.min(end, Math.floor((beginAt * end) / unit) * unit)
      const cuts = [0, ...parts, 1]
        .map((part) => begin + Math.floor(part * (end - begin)))
        .sort((a, b) => a - b)
      return { log: { bytes, begin, end, encoding, entryRule }, query, cuts }
    })
}

/** Plain logs go the fast ways, which one broken byte would close. */
function isPlain(piece: Piece): boolean {
  return piece.kind === 'filler' || (piece.kind === 'text' && /^[\t\n\x20-\x7e]*$/.test(piece.text))
}

function encode(piece: Piece, encoding: Encoding): Buffer {
  switch (piece.kind) {
    case 'text':
      return encodeText(piece.text, encoding)
    case 'raw':
      return Buffer.from(piece.hex, 'hex')
    case 'filler':
      return encodeText(
        'y'.repeat(encoding.startsWith('utf-16') ? piece.bytes / 2 : piece.bytes),
        encoding,
      )
  }
}

function lastNewline(bytes: Buffer, newline: Buffer): number {
  for (let at = bytes.lastIndexOf(newline); at > 0; at = bytes.lastIndexOf(newline, at - 1)) {
    if (at % newline.length === 0) return at + newline.length
  }
  return bytes.indexOf(newline) === 0 ? newline.length : 0
}
