import { describe, expect, it } from 'vitest'
import {
  createLabels,
  labelPainter,
  MAX_LABEL_LENGTH,
  MAX_LABELS,
} from '../../../../src/renderer/ui/highlight/labels.ts'
import { memoryKept } from '../../../support/memory-kept.ts'

const paint = (text: string, labels: ReturnType<typeof createLabels>) =>
  labelPainter(labels.get())?.paint({ text, level: 'none', coloured: false })

describe('labels', () => {
  it('paint a text wherever it stands, as it is written', () => {
    const labels = createLabels(memoryKept())
    labels.toggle('id-7', 3)
    expect(paint('id-7, ID-7 and id-77', labels)).toEqual([
      { from: 0, to: 4, className: 'label label-3' },
      { from: 15, to: 19, className: 'label label-3' },
    ])
  })

  it('go away when they are set again, and change their colour otherwise', () => {
    const labels = createLabels(memoryKept())
    labels.toggle('a', 1)
    labels.toggle('b', 1)
    labels.toggle('a', 2)
    expect(labels.get()).toEqual([
      { text: 'b', colour: 1 },
      { text: 'a', colour: 2 },
    ])
    labels.toggle('a', 2)
    labels.remove('b')
    expect(labels.get()).toEqual([])
    expect(labelPainter(labels.get())).toBeNull()
  })

  it('take no text that nobody would see as a mark, and no end of them', () => {
    const labels = createLabels(memoryKept())
    labels.toggle('', 1)
    labels.toggle('x'.repeat(MAX_LABEL_LENGTH + 1), 1)
    expect(labels.get()).toEqual([])
    for (let count = 0; count < MAX_LABELS + 3; count += 1) labels.toggle(`text ${count}`, 1)
    expect(labels.get()).toHaveLength(MAX_LABELS)
    expect(labels.get().at(-1)?.text).toBe(`text ${MAX_LABELS + 2}`)
  })

  it('come back, unless what was kept is no list of labels', () => {
    const kept = memoryKept()
    createLabels(kept).toggle('a', 9)
    expect(createLabels(kept).get()).toEqual([{ text: 'a', colour: 9 }])
    const broken = memoryKept({ 'rastro:labels': '[{"text":"a","colour":10}]' })
    expect(createLabels(broken).get()).toEqual([])
  })
})
