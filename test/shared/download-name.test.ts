import { describe, expect, it } from 'vitest'
import { downloadName } from '../../src/shared/download-name.ts'

describe('downloadName', () => {
  it.each([
    ['app.log', 'app.log'],
    ['my app.log', 'my app.log'],
    ['logs.example:8000/stream-logs', 'logs.example_8000_stream-logs'],
    ['a\nb\u202e.log', 'a_b_.log'],
    ['..', 'log.txt'],
    ['', 'log.txt'],
    ['ção.log', 'ção.log'],
  ])('makes of %j %j', (name, safe) => {
    expect(downloadName(name)).toBe(safe)
  })

  it('keeps the end of a long one, where the extension stands', () => {
    expect(downloadName(`${'x'.repeat(300)}.log`)).toMatch(/^x{76}\.log$/)
  })
})
