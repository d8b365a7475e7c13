import { describe, expect, it } from 'vitest'
import { remoteName } from '../../../src/server/source/remote-name.ts'

describe('remoteName', () => {
  it.each([
    ['http://h.example:8000/stream-logs?token=secret&tail=5', 'h.example:8000/stream-logs'],
    ['https://h.example/', 'h.example'],
    ['http://[::1]:80/a%20b', '[::1]/a%20b'],
  ])('names %s', (url, name) => {
    expect(remoteName(new URL(url))).toBe(name)
  })
})
