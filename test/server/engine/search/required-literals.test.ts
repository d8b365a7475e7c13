import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../../../src/server/engine/search/parse-pattern.ts'
import {
  type RequiredLiterals,
  requiredLiterals,
} from '../../../../src/server/engine/search/required-literals.ts'
import { anyPattern, anyText } from './arbitrary-pattern.ts'

function required(pattern: string, ignoreCase = false): RequiredLiterals | null {
  const parsed = parsePattern(pattern)
  if (parsed.kind === 'fault') throw new Error(parsed.message)
  return requiredLiterals(parsed.syntax, ignoreCase)
}

/** A to Z as a to z, and what the flags `iu` take for one of them. */
function fold(text: string): string {
  return text
    .replaceAll('ſ', 's')
    .replaceAll('\u212a', 'k')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

describe('the literals that a pattern requires', () => {
  it.each([
    ['timeout after \\d+ms', ['timeout after '], false],
    ['\\d+ bytes in \\d+ files', [' bytes in '], false],
    ['error|warning', ['error', 'warning'], true],
    ['(?:GET|POST) /api', ['GET /api', 'POST /api'], true],
    ['(no )+route', ['no route'], false],
    ['colou?r', ['colour', 'color'], true],
    ['\\bERROR\\b', ['ERROR'], false],
    ['^ERROR', ['ERROR'], false],
    ['a(?=timeout)', ['timeout'], false],
    ['x{3}yz', ['xxxyz'], true],
    ['\\x45RROR\\u{52}', ['ERRORR'], true],
    ['a\\-b\\"c', ['a-b"c'], true],
    ['conexão recusada', ['conexão recusada'], true],
  ])('finds those of %s', (pattern, literals, whole) => {
    const found = required(pattern)
    expect(found?.whole).toBe(whole)
    expect(found?.literals.toSorted()).toEqual(literals.toSorted())
  })

  it.each([
    '\\d+',
    '[a-z]+',
    'timeout|\\d+',
    '(?:timeout)?',
    '(?:timeout)*',
    '(?!timeout)',
    '.',
    '\\w e',
    '^',
    '(?i:timeout)',
  ])('finds none in %s', (pattern) => {
    expect(required(pattern)).toBeNull()
  })

  it('folds ASCII where case does not matter, and leaves out other letters that have one', () => {
    expect(required('Timeout', true)).toEqual({ literals: ['timeout'], whole: true })
    expect(required('CONEXÃO recusada', true)).toEqual({ literals: ['o recusada'], whole: false })
    expect(required('ÃÉ', true)).toBeNull()
  })

  it('are in every text that matches, and where they are the whole, they make one match', () => {
    const text = fc.array(anyText, { maxLength: 5 }).map((all) => all.join(''))
    let matches = 0
    fc.assert(
      fc.property(
        anyPattern,
        fc.array(text, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        (pattern, texts, ignoreCase) => {
          const found = required(pattern, ignoreCase)
          if (found === null) return
          const regexp = new RegExp(pattern, ignoreCase ? 'iu' : 'u')
          for (const one of texts) {
            const folded = ignoreCase ? fold(one) : one
            const has = found.literals.some((literal) => folded.includes(literal))
            if (regexp.test(one)) {
              matches++
              expect(has).toBe(true)
            } else if (found.whole) expect(has).toBe(false)
          }
        },
      ),
      { numRuns: 2000 },
    )
    // Otherwise nothing would have been asked.
    expect(matches).toBeGreaterThan(100)
  })
})
