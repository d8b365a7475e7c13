import { describe, expect, it } from 'vitest'
import { findLevel, isErrorLevel, type Level, levelOf } from '../../src/shared/level.ts'

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

  const tagged: readonly [string, Level][] = [
    ['Nov 24 10:00:00 host app[12]: error: disk full', 'error'],
    ['Nov 24 10:00:00 host kernel: [  12.345678] Warning: unused', 'warn'],
    ['Nov 24 10:00:00 host sshd: fatal: no keys', 'fatal'],
    ['info: started', 'info'],
    ['\x1b[32minfo\x1b[39m: started', 'info'],
    ['2026-11-24T10:00:00.000Z error: x', 'error'],
    ['2026-11-24T10:00:00+01:00 warn: x', 'warn'],
    ['2026/11/24 10:00:00 Error: x', 'error'],
    ['panic: runtime error: index out of range [3] with length 3', 'fatal'],
    ['main.c:3:5: warning: unused variable [-Wunused-variable]', 'warn'],
    ['main.c(12): error: x', 'error'],
    ['gcc: error: no input files', 'error'],
    ['fatal: not a git repository', 'fatal'],
    ['web_1  | error: x', 'error'],
    ['<3> err: x', 'error'],
    ['(worker) debug: x', 'debug'],
    ['10:00:00 - notice: x', 'info'],
    ['10:00 trace:x', 'trace'],
    ['Error: getaddrinfo ENOTFOUND', 'error'],
    ['INFO: error: x', 'info'],
    ['INFO app[1]: error: x', 'info'],
    ['app[1]: error: INFO x', 'error'],
    ['app[1]: error: x [warn]', 'warn'],
    ['app[1]: error: x level=debug', 'debug'],
    [`${'x'.repeat(248)}: error: x`, 'error'],
  ]
  it.each(tagged)('before a colon, of %j is %s', (line, level) => {
    expect(levelOf(line)).toBe(level)
  })

  it.each([
    'an error: x',
    'see error: x',
    '10:00 the trace: ok',
    'failed with error: x',
    'PHP Warning: x',
    'TypeError: x is not a function',
    'java.lang.Error: x',
    'java.io.IOException: fatal',
    'GET /error: 1',
    '{"error": "x", "info": 1, "debug":true}',
    'error=x, warn=y',
    'app[1]:error: x',
    'app[1]:  error: x',
    'app[1]:\terror: x',
    '  error: x',
    'app[1]: error : x',
    'app[1]: errors: x',
    'app[1]: no-error: x',
    'app[1]: my_error: x',
    'app[1]: \u017fevere: x',
    'Zone Z error: x',
    'Z error: x',
    '10:00:00z error: x',
    'x: ünfo: y',
    `${'x'.repeat(249)}: error: x`,
  ])('is none of %j', (line) => {
    expect(levelOf(line)).toBe('none')
  })

  it.each([
    ['host app[12]: Error: error: disk', 'Error', 14],
    ['info: level', 'info', 0],
    ['2026-11-24T10:00:00Z warn: ERROR', 'warn', 21],
    ['a: info: [debug]', 'debug', 10],
    ['10:00 ERROR: x', 'ERROR', 6],
    ['lvl=err x', 'err', 4],
  ])('finds the word itself in %j', (line, word, at) => {
    expect(findLevel(line)).toMatchObject({ from: at, to: at + word.length })
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
