import { describe, expect, it } from 'vitest'
import { isErrorLevel, type Level, levelOf } from '../../src/shared/level.ts'

describe('the level of a line', () => {
  const cases: readonly [string, Level][] = [
    ['2026-11-23 10:00:00 ERROR Connection refused', 'error'],
    ['2026-11-23T10:00:00Z [warn] disk almost full', 'warn'],
    ['{"time":"…","level":"fatal","msg":"x"}', 'fatal'],
    ['ts=1 lvl=info msg="an error was avoided"', 'info'],
    ['severity: "Critical" boom', 'fatal'],
    ['10:00 DEBUG x', 'debug'],
    ['10:00 [TRACE] x', 'trace'],
    ['no errors, only information', 'none'],
    ['10:00 \x1b[1;31mERROR\x1b[0m coloured', 'error'],
    ['', 'none'],
    [`${'x'.repeat(300)} ERROR far away`, 'none'],
    ['TERROR and MISINFORMATION', 'none'],
  ]
  it.each(cases)('of %j is %s', (line, level) => {
    expect(levelOf(line)).toBe(level)
  })

  it('counts as an error from error upwards', () => {
    expect((['fatal', 'error', 'warn', 'none'] as const).map(isErrorLevel)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
