import { describe, expect, it } from 'vitest'
import { createKept } from '../../../../src/renderer/kept/kept.ts'
import {
  createTextLook,
  DEFAULT_TEXT_LOOK,
  MAX_TEXT_PX,
  MIN_TEXT_PX,
  resized,
  rowHeightPx,
} from '../../../../src/renderer/ui/preferences/text-look.ts'

function keptIn(map: Map<string, string>) {
  const storage = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
  return createKept(storage, () => undefined)
}

describe('rowHeightPx', () => {
  it('is whole pixels, never lower than the text', () => {
    expect(rowHeightPx(DEFAULT_TEXT_LOOK)).toBe(20)
    for (let sizePx = MIN_TEXT_PX; sizePx <= MAX_TEXT_PX; sizePx += 1) {
      for (const spacing of ['tight', 'normal', 'wide'] as const) {
        const height = rowHeightPx({ sizePx, spacing })
        expect(Number.isInteger(height)).toBe(true)
        expect(height).toBeGreaterThan(sizePx)
      }
    }
  })
})

describe('resized', () => {
  it('goes as far as text can be read, and no further', () => {
    expect(resized(DEFAULT_TEXT_LOOK, 1).sizePx).toBe(14)
    expect(resized(DEFAULT_TEXT_LOOK, 100).sizePx).toBe(MAX_TEXT_PX)
    expect(resized(DEFAULT_TEXT_LOOK, -100).sizePx).toBe(MIN_TEXT_PX)
    const largest = { ...DEFAULT_TEXT_LOOK, sizePx: MAX_TEXT_PX }
    expect(resized(largest, 1)).toBe(largest)
  })
})

describe('createTextLook', () => {
  it('finds the choice after a restart', () => {
    const map = new Map<string, string>()
    const kept = keptIn(map)
    createTextLook(kept).set({ sizePx: 17, spacing: 'wide', wrap: true })
    kept.flush()
    expect(createTextLook(keptIn(map)).get()).toEqual({ sizePx: 17, spacing: 'wide', wrap: true })
  })

  it.each(['{"sizePx":900,"spacing":"wide"}', '{"sizePx":13.5}', '[]', 'no JSON'])(
    'starts as ever when what was kept is %s',
    (stored) => {
      const map = new Map([['rastro:text-look', stored]])
      expect(createTextLook(keptIn(map)).get()).toEqual(DEFAULT_TEXT_LOOK)
    },
  )
})
