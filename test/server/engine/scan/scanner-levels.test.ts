import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import type { ByteEncoding } from '../../../../src/server/engine/scan/scanner.ts'
import { LOG_FORMATS } from '../../../../src/server/generator/format-event.ts'
import { createLineContent } from '../../../../src/server/generator/line-content.ts'
import { LEVELS } from '../../../../src/shared/level.ts'
import { naiveScan } from './naive-scan.ts'
import { place, placed } from './placed.ts'
import { SCANNERS } from './scanners.ts'

const CAPACITY = 4 * BLOCK_BYTES
const WORDS =
  'fatal panic emerg emergency alert crit critical error err severe warn warning info notice debug fine finer finest trace verbose'.split(
    ' ',
  )

/** What lines with levels are made of, and what only looks like it. */
const PIECES = [
  ...WORDS,
  ...WORDS.map((word) => word.toUpperCase()),
  ...['Error', 'eRROR', 'errors', 'ERRORS', 'XERROR', 'ERROR_', 'FINES', 'EMERGENC', 'ERROR9'],
  ...['level', 'LEVEL', 'Lvl', 'lvl', 'severity', 'Severity', 'loglevel', 'levels', 'event', 'vl'],
  ...[
    '"',
    '=',
    ':',
    ': ',
    '[',
    ']',
    '] ',
    ') ',
    '> ',
    '| ',
    '- ',
    '. ',
    'Z ',
    'z ',
    '9 ',
    '9Z ',
    'x ',
    ' ',
    '  ',
    '\t',
    '.',
    '_',
    '-',
    '9',
    'x',
    '{"level":"',
    'lvl=',
    '\r',
  ],
  ...['error:', 'Warn:', 'INFO:', '9 err:', '] Fatal:', ' panic:', 'TypeError:', 'emergency:'],
  ...['\0', '\x1b', '\x1b[31m', '\x1b[0m', '\x1b[1;31', '\x1b[', '[31m', 'm', ';', '\x0b', '\x85'],
  ...['é', 'ã', '€', '😀', '\u00a0', '\u2003', '\u200b', '\u3000', '\ufeff', '\u1680', '\u212a'],
  ...['2026-11-23T10:00:00.123Z ', 'the request took 12 ms ', 'GET /index.html HTTP/1.1 '],
].map((text) => Buffer.from(text))
/** Ways to write a level `W`, and what only looks like one. */
const FORMS = [
  ...['[W]', 'level=W', 'lvl: W', '"severity" : "W"', 'W', ' w ', 'xW', 'Wx'],
  ...['W:', ' W:', 'xW:', 'Wx:', 'W :', '"W":', '9W:', '_W:'],
  ...[...':])>|-059Zz./;,}"_aYéÿ\t\r'].flatMap((sign) => [
    `${sign} W:`,
    `3${sign} W: x`,
    `${sign}  W:`,
    `${sign}W:`,
    `${sign}\tW:`,
    `-${sign} W`,
    `${sign}Z W:`,
  ]),
]
/** Parts of characters, and bytes that are in none. */
const BROKEN = [
  'c3',
  'e2',
  'e282',
  'f09f',
  'f09f98',
  'a0',
  'ac',
  'ff',
  'c0',
  'eda0',
  'f490',
  'e080',
].map((hex) => Buffer.from(hex, 'hex'))
const FILLER = fc
  .tuple(fc.constantFrom('x', ' ', 'é', '€', '😀', '\0', '\x1b[1m', '\xa0'), fc.nat(300))
  .map(([text, times]) => Buffer.from(text.repeat(times)))

const line: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.constantFrom(...BROKEN) },
      { weight: 1, arbitrary: FILLER },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => Buffer.concat(pieces))
const lines = fc
  .array(line, { maxLength: 12 })
  .map((all) => Buffer.concat(all.flatMap((one) => [one, Buffer.from('\n')])))
const encoding = fc.constantFrom<ByteEncoding>('utf-8', 'windows-1252')

/** A level word on either side of the 256th character, behind a filler of characters of each width. */
function* linesAroundTheLimit(): Generator<Buffer> {
  for (const filler of ['x', 'é', '€', '😀', '\u00a0', '\x1b[31m.', '\xff']) {
    for (let chars = 120; chars <= 262; chars++) {
      for (const word of [
        'ERROR',
        '[warn]',
        'level="info"',
        'lvl=err',
        'FINE',
        '9 error:',
        ']\u00a0err:',
      ]) {
        const front = Buffer.from(`${filler.repeat(chars)} ${word}`)
        yield front
        yield Buffer.concat([front, Buffer.from('S ERR and more of it')])
      }
    }
  }
}

describe.each(SCANNERS)('levels with the %s scanner', (_name, create) => {
  const scanner = create(CAPACITY)

  it('says of a line what levelOf says of its text', () => {
    fc.assert(
      fc.property(placed(line), encoding, (one, code) => {
        const [from, to] = place(scanner, one)
        const expected = naiveScan.level(scanner.buffer, from, to, code)
        expect(LEVELS[scanner.levelOfLine(from, to, code)]).toBe(LEVELS[expected])
      }),
      { numRuns: 3000 },
    )
  })

  it('knows every word, in each way to write a level', () => {
    for (const word of WORDS) {
      for (const form of FORMS) {
        for (const text of [
          form,
          form.replace(/W/, word.toUpperCase()),
          form.replace(/W/i, word),
        ]) {
          const bytes = Buffer.from(text)
          scanner.buffer.set(bytes, 3)
          const expected = naiveScan.level(bytes, 0, bytes.length, 'utf-8')
          const level = scanner.levelOfLine(3, 3 + bytes.length, 'utf-8')
          expect([text, LEVELS[level]]).toEqual([text, LEVELS[expected]])
        }
      }
    }
  })

  it('stops at the same character', () => {
    for (const bytes of linesAroundTheLimit()) {
      scanner.buffer.set(bytes)
      for (const code of ['utf-8', 'windows-1252'] as const) {
        const expected = naiveScan.level(bytes, 0, bytes.length, code)
        const level = scanner.levelOfLine(0, bytes.length, code)
        const counted = scanner.countLevelsPerBlock(0, bytes.length, 0, code).indexOf(1)
        if (level !== expected || counted !== expected) {
          expect([bytes.toString(), code, level, counted]).toEqual([expected, expected])
        }
      }
    }
  })

  it('sees a colour that begins right behind a word or a sign, wherever that is', () => {
    for (let before = 0; before < 140; before++) {
      for (const text of [
        '[fatal\x1b[31merror]',
        'lvl=\x1b[31mwarn',
        'FATAL\x1b[0mS',
        'INFO\x1b[0m',
      ]) {
        const bytes = Buffer.from(`${' '.repeat(before)}${text}\n`)
        scanner.buffer.set(bytes)
        const expected = naiveScan.level(bytes, 0, bytes.length, 'utf-8')
        expect(scanner.countLevelsPerBlock(0, bytes.length, 0, 'utf-8')[expected]).toBe(1)
      }
    }
  })

  it('finds the first word before a colon or in capitals, wherever it crosses 64 bytes', () => {
    const texts = [
      ...WORDS.map((word) => `]: ${word}: x`),
      ...[
        '9Z Emergency:',
        '9 wARN: ',
        '9 err: WARN',
        'WARN: err:',
        ': err WARN info:',
        '- x err:ERR',
      ],
      ...['EMERGENCY9 panic: [info]', 'xZ err: 9Z warn: x', ': e\u0301rr: ) info: '],
    ]
    for (let before = 0; before < 140; before++) {
      for (const text of texts) {
        const bytes = Buffer.from(`${'x'.repeat(before)}${text}\n${text.slice(3)}\n`)
        scanner.buffer.set(bytes)
        const expected = naiveScan.levelsPerBlock(bytes, 0, bytes.length, 0, 'utf-8')
        const counts = [...scanner.countLevelsPerBlock(0, bytes.length, 0, 'utf-8')]
        expect([before, text, counts]).toEqual([before, text, expected])
      }
    }
  })

  it('does not look before the line for the word that its colon ends', () => {
    for (const front of ['', 'err', ']: err', 'FATAL: ', '9', '9Z', ':']) {
      for (const text of [':', 'or:', ' error:', 'Z error:', 'panic:', 'emergency:', 'x: fine:']) {
        const bytes = Buffer.from(front + text)
        scanner.buffer.set(bytes)
        const expected = naiveScan.level(bytes, front.length, bytes.length, 'utf-8')
        expect([
          front,
          text,
          scanner.levelOfLine(front.length, bytes.length, 'utf-8'),
          scanner.countLevelsPerBlock(front.length, bytes.length, 0, 'utf-8')[expected],
        ]).toEqual([front, text, expected, 1])
      }
    }
  })

  it('counts them where their lines start', () => {
    fc.assert(
      fc.property(placed(lines), fc.nat(BLOCK_BYTES - 1), encoding, (one, before, code) => {
        const [from, to] = place(scanner, one)
        const origin = from - before
        const counts = scanner.countLevelsPerBlock(from, to, origin, code)
        expect([...counts]).toEqual(
          naiveScan.levelsPerBlock(scanner.buffer, from, to, origin, code),
        )
      }),
      { numRuns: 500 },
    )
  })

  it.each(LOG_FORMATS)('counts the levels of a log in the format %s', (format) => {
    const next = createLineContent(format, 11)
    let text = ''
    for (let at = 1.79e12; text.length < 3 * BLOCK_BYTES; at += 137) text += `${next(at)}\n`
    const bytes = Buffer.from(text).subarray(0, 3 * BLOCK_BYTES + 1000)
    scanner.buffer.set(bytes)
    const counts = scanner.countLevelsPerBlock(7, bytes.length, -1000, 'utf-8')
    expect([...counts]).toEqual(
      naiveScan.levelsPerBlock(scanner.buffer, 7, bytes.length, -1000, 'utf-8'),
    )
  })

  it('counts a line of several blocks once, and lines of nothing', () => {
    scanner.buffer.fill(0x78)
    scanner.buffer.set(Buffer.from('[error] '), 0)
    scanner.buffer.set(Buffer.from('\n\n\n INFO'), 3 * BLOCK_BYTES - 2)
    const counts = scanner.countLevelsPerBlock(0, CAPACITY, 0, 'utf-8')
    const rows = Array.from({ length: 4 }, (_, block) => [
      ...counts.subarray(block * LEVELS.length, (block + 1) * LEVELS.length),
    ])
    expect(rows).toEqual([
      [0, 1, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0, 0, 2],
    ])
  })
})
