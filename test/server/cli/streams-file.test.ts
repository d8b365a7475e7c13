import { describe, expect, it } from 'vitest'
import { streamsFile } from '../../../src/server/cli/streams-file.ts'

describe('the file of a headless server’s streams', () => {
  it('is another one for each place to listen at', () => {
    expect(streamsFile('/data', '127.0.0.1', 8000)).toBe('/data/remote/open-127.0.0.1-8000.json')
    expect(streamsFile('/data', '::1', 8000)).toBe('/data/remote/open--1-8000.json')
  })

  it('is none for a port that nobody knows again', () => {
    expect(streamsFile('/data', '127.0.0.1', 0)).toBeNull()
  })
})
