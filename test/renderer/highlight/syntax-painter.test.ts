import { describe, expect, it } from 'vitest'
import { createSyntaxPainter } from '../../../src/renderer/highlight/syntax-painter.ts'

describe('the painter of every log', () => {
  const line = { text: 'from 10.0.0.1', level: 'none', coloured: false } as const

  it('paints tokens by their kind', () => {
    expect(createSyntaxPainter().paint(line)).toEqual([
      { from: 5, to: 13, className: 'token-address' },
    ])
  })

  it('leaves a line alone that has colours of its own', () => {
    expect(createSyntaxPainter().paint({ ...line, coloured: true })).toEqual([])
  })
})
