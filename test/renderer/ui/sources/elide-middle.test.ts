import { describe, expect, it } from 'vitest'
import { elideMiddle } from '../../../../src/renderer/ui/sources/elide-middle.ts'

describe('elideMiddle', () => {
  it('keeps the end of a long name apart', () => {
    expect(elideMiddle('service-2026-11-23.log', 8)).toEqual({
      head: 'service-2026-1',
      tail: '1-23.log',
    })
  })

  it('leaves a short name whole', () => {
    expect(elideMiddle('app.log', 12)).toEqual({ head: '', tail: 'app.log' })
  })

  it('never cuts a character in two', () => {
    expect(elideMiddle('😀😀😀', 1)).toEqual({ head: '😀😀', tail: '😀' })
  })
})
