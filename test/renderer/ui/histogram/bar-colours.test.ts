import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LEVEL_GROUPS } from '../../../../src/renderer/ui/histogram/stack-bars.ts'

const css = readFileSync(join(import.meta.dirname, '../../../../src/renderer/tokens.css'), 'utf8')

/** WCAG 2.2, 1.4.11: what a graphic says must stand out so much from what is beside it. */
const AA_GRAPHIC = 3

function colour(name: string, theme: 'light' | 'dark'): string {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css)
  const value = match?.[theme === 'light' ? 1 : 2]
  if (value === undefined) throw new Error(`tokens.css has no --${name} of the form light-dark().`)
  return value
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

describe('the bars', () => {
  it.each(LEVEL_GROUPS.flatMap((group) => [[group, 'light'] as const, [group, 'dark'] as const]))(
    'of %s stand out in %s',
    (group, theme) => {
      const pair = [luminance(colour(`bar-${group}`, theme)), luminance(colour('surface', theme))]
      const [low = 0, high = 0] = pair.sort((a, b) => a - b)
      expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(AA_GRAPHIC)
    },
  )
})
