import { describe, expect, it } from 'vitest'
import { addCounts, NO_TESTS, playwrightCounts, vitestCounts } from '../../scripts/test-counts.ts'

const vitest = {
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: 'failed', assertionResults: [{}] }],
}

const playwright = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] }

describe('vitestCounts', () => {
  it('counts a test that is pending or still to be written as skipped', () => {
    expect(vitestCounts(vitest)).toEqual({ passed: 7, failed: 1, skipped: 3 })
  })

  it('counts a file that could not be loaded as failed', () => {
    const unloaded = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(vitestCounts(unloaded).failed).toBe(2)
  })

  it('refuses what is not a report', () => {
    expect(() => vitestCounts({})).toThrow()
  })
})

describe('playwrightCounts', () => {
  it('counts what was expected, unexpected and skipped', () => {
    expect(playwrightCounts(playwright)).toEqual({ passed: 5, failed: 0, skipped: 1 })
  })

  it('counts a test that passed only when tried again as failed', () => {
    const flaky = { ...playwright, stats: { ...playwright.stats, flaky: 2 } }
    expect(playwrightCounts(flaky)).toEqual({ passed: 5, failed: 2, skipped: 1 })
  })

  it('counts an error outside of every test as one failure', () => {
    expect(playwrightCounts({ ...playwright, errors: [{}, {}] }).failed).toBe(1)
  })
})

describe('addCounts', () => {
  it('adds each kind by itself', () => {
    const counts = { passed: 1, failed: 2, skipped: 3 }
    expect(addCounts(addCounts(NO_TESTS, counts), counts)).toEqual({
      passed: 2,
      failed: 4,
      skipped: 6,
    })
  })
})
