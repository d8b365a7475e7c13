import type { Locator } from '@playwright/test'
import { THEMES } from './axe-themes.ts'
import { expect, test } from './rastro-test.ts'

/** Colours of the palette and of 24 bits from one end to the other, each as text and inverted. */
const COLOURS = [
  '38;5;16',
  '38;5;53',
  '38;5;195',
  '38;5;226',
  '38;5;231',
  '38;2;255;255;0',
  '38;2;0;0;90',
  '48;5;226',
  '48;2;10;10;10',
  '48;2;250;250;250',
] as const

const LINES = COLOURS.flatMap((colour) => [`\u001b[${colour}mcolour`, `\u001b[7;${colour}mcolour`])

/** The contrast of text with what is behind it, as it is painted (WCAG 2.2, 1.4.3). */
function contrastOf(text: Locator): Promise<number> {
  return text.evaluate((element) => {
    const canvas = document.createElement('canvas')
    canvas.width = 1
    canvas.height = 1
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('There is nothing to draw on.')
    const behind: string[] = []
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      behind.unshift(getComputedStyle(at).backgroundColor)
    }
    const luminance = (...layers: readonly string[]): number => {
      for (const layer of layers) {
        context.fillStyle = layer
        context.fillRect(0, 0, 1, 1)
      }
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data]
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const [one, other] = [
      luminance('#fff', ...behind),
      luminance('#fff', ...behind, getComputedStyle(element).color),
    ]
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  })
}

for (const [colorScheme, contrast] of THEMES) {
  test(`lets coloured text be read, ${colorScheme}, contrast ${contrast}`, async ({
    open,
    rastro,
  }) => {
    await rastro.page.emulateMedia({ colorScheme, contrast })
    await open(`${LINES.join('\n')}\n`)
    for (const line of LINES.keys()) {
      const text = rastro.numbered(line + 1).getByText('colour', { exact: true })
      await expect(text).toBeVisible()
      expect(await contrastOf(text), JSON.stringify(LINES[line])).toBeGreaterThan(4.5)
    }
  })
}
