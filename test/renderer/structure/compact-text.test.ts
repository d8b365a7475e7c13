import { describe, expect, it } from 'vitest'
import { createCompactPainter } from '../../../src/renderer/highlight/compact-painter.ts'
import { BESIDE, compactText } from '../../../src/renderer/structure/compact-text.ts'

describe('a line of JSON as text', () => {
  it('is its time, level and message, and the rest beside them', () => {
    expect(
      compactText('{"level":30,"time":1732367775123,"pid":7,"msg":"it is up","a":{"b c":""}}'),
    ).toBe(`2024-11-23T13:16:15.123Z INFO  it is up${BESIDE}pid=7 a["b c"]=""`)
  })

  it('needs neither time nor level', () => {
    expect(compactText('{"message":"a","x":"b c"}')).toBe(`a${BESIDE}x="b c"`)
    expect(compactText('{"msg":"a"}')).toBe('a')
  })

  it.each(['plain', '{"a":1}', '{"msg":"cut o', '[1]', ''])('stays %j where it is none', (line) => {
    expect(compactText(line)).toBe(line)
  })

  it('is dim beside the message', () => {
    const paint = (text: string) =>
      createCompactPainter().paint({ text, level: 'none', coloured: false })
    const text = `message${BESIDE}a=1`
    expect(paint(text)).toEqual([{ from: 7, to: text.length, className: 'compact-beside' }])
    expect(paint('message')).toEqual([])
  })
})
