import { describe, expect, it } from 'vitest'
import { pathText } from '../../../src/renderer/structure/field-path.ts'
import { levelName } from '../../../src/renderer/structure/level-name.ts'
import { syslogPriority } from '../../../src/renderer/structure/syslog-priority.ts'
import { timeText } from '../../../src/renderer/structure/time-text.ts'

describe('a path', () => {
  it.each([
    [['a', 'b', 0, 'c'], 'a.b[0].c'],
    [['x y', '1a'], '["x y"]["1a"]'],
    [['@timestamp'], '@timestamp'],
    [['a"b'], '["a\\"b"]'],
  ])('%j is written %s', (path, text) => {
    expect(pathText(path)).toBe(text)
  })
})

describe('a time', () => {
  it.each([
    ['1732367775', '2024-11-23T13:16:15.000Z'],
    ['1732367775.5', '2024-11-23T13:16:15.500Z'],
    ['1732367775123', '2024-11-23T13:16:15.123Z'],
    ['1732367775123456', '2024-11-23T13:16:15.123Z'],
    ['1732367775123456789', '2024-11-23T13:16:15.123Z'],
    ['2026-11-23 13:16', '2026-11-23 13:16'],
    ['42', '42'],
  ])('%s reads %s', (time, text) => {
    expect(timeText(time)).toBe(text)
  })
})

describe('a level', () => {
  it.each([
    ['30', 'info'],
    ['60', 'fatal'],
    ['WARN', 'WARN'],
  ])('%s reads %s', (level, name) => {
    expect(levelName(level)).toBe(name)
  })
})

describe('a syslog priority', () => {
  it('has a facility and a severity', () => {
    expect(syslogPriority('34')).toEqual({ facility: 'auth', severity: 'crit' })
    expect(syslogPriority('191')).toEqual({ facility: 'local7', severity: 'debug' })
  })

  it('out of range, or missing, has none', () => {
    expect(syslogPriority('192')).toBeNull()
    expect(syslogPriority(null)).toBeNull()
  })
})
