import { describe, expect, it } from 'vitest'
import { resumeOutcome } from '../../../src/server/source/resume-outcome.ts'

describe('resumeOutcome', () => {
  it.each([
    ['', null, false, 'first'],
    ['', '0', false, 'first'],
    ['5', '6', true, 'resumed'],
    ['5', '9', true, 'resumed'],
    ['5', '0', true, 'cannot-resume'],
    ['5', '5', true, 'cannot-resume'],
    ['0', '0', true, 'cannot-resume'],
    ['9', '10', true, 'resumed'],
    ['5', null, true, 'resumed'],
    ['', null, true, 'cannot-resume'],
    ['', '0', true, 'cannot-resume'],
    ['abc', 'abc', true, 'cannot-resume'],
    ['abc', '0', true, 'resumed'],
    ['k2x.1-40', 'k2x.1-20', true, 'resumed'],
    ['99999999999999999999', '1', true, 'resumed'],
  ] as const)(
    'asked after %j, answered with %j, lines before: %s -> %s',
    (sent, first, before, outcome) => {
      expect(resumeOutcome(sent, first, before)).toBe(outcome)
    },
  )
})
