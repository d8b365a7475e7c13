import { describe, expect, it } from 'vitest'
import { isLogLikeName } from '../../../src/server/source/log-like-name.ts'

describe('isLogLikeName', () => {
  it.each([
    'app.log',
    'APP.LOG',
    'app-2026-11-23.log',
    'nohup.out',
    'service.err',
    'events.jsonl',
    'build-log.txt',
    'syslog',
    'messages',
    '日誌.log',
  ])('takes %s for a log', (name) => expect(isLogLikeName(name)).toBe(true))

  it.each([
    'app.log.1',
    'app.log-20261123',
    'app.log.2.gz',
    'app.log.swp',
    '.hidden.log',
    'package.json',
    'README.txt',
    'id_rsa',
    'log',
    'catalogue',
    '',
  ])('leaves %j alone', (name) => expect(isLogLikeName(name)).toBe(false))
})
