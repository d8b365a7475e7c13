import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkPattern, isAnchored } from '../../../../src/server/engine/search/chunk-pattern.ts'
import {
  type ParsedPattern,
  parsePattern,
} from '../../../../src/server/engine/search/parse-pattern.ts'
import { anyPattern, LETTERS } from './arbitrary-pattern.ts'

function parsed(pattern: string): ParsedPattern {
  const result = parsePattern(pattern)
  if (result.kind === 'fault') throw new Error(result.message)
  return result
}

/** The numbers of the lines in which the pattern matches, found in all of them at once. */
function linesAtOnce(text: string, pattern: string, flags: string): number[] {
  const regexp = new RegExp(pattern, `gm${flags}`)
  const lines: number[] = []
  for (let match = regexp.exec(text); match !== null; match = regexp.exec(text)) {
    lines.push(text.slice(0, match.index).split('\n').length - 1)
    expect(match[0]).not.toContain('\n')
    const end = text.indexOf('\n', match.index)
    if (end === -1) break
    regexp.lastIndex = end + 1
  }
  return lines
}

describe('a pattern for many lines at once', () => {
  it('finds the lines that the pattern finds one by one', () => {
    const line = fc.array(fc.constantFrom(...LETTERS), { maxLength: 8 }).map((all) => all.join(''))
    fc.assert(
      fc.property(
        anyPattern,
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('u', 'iu'),
        (pattern, lines, flags) => {
          const chunk = chunkPattern(parsed(pattern), flags)
          if (chunk === null) throw new Error('No modifier is among these patterns.')
          const regexp = new RegExp(pattern, flags)
          const alone = [...lines.keys()].filter((at) => regexp.test(lines[at] ?? ''))
          expect(linesAtOnce(lines.join('\n'), chunk, flags)).toEqual(alone)
        },
      ),
      { numRuns: 1500 },
    )
  })

  it.each([
    ['[^"]*', '[^\\n"]*'],
    ['a\\s+b', 'a[^\\S\\n]+b'],
    ['\\W\\D', '[^\\w\\n][^\\d\\n]'],
    ['a\\nb', 'a[]b'],
    ['a.*b', 'a.*b'],
    ['[^-a]', '[^\\n\\-a]'],
    ['[^--a]', '[^\\n\\--a]'],
    ['[^a-]', '[^\\na-]'],
  ])('keeps off the line feeds: %s', (pattern, chunk) => {
    expect(chunkPattern(parsed(pattern), 'u')).toBe(chunk)
  })

  it('is none with modifiers, and tells patterns that begin at the start of a line', () => {
    expect(chunkPattern(parsed('(?s:a.b)'), 'u')).toBeNull()
    expect(isAnchored(parsed('^a|^b'))).toBe(true)
    expect(isAnchored(parsed('^a|b'))).toBe(false)
  })
})
