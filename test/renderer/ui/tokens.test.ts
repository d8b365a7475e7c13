import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/tokens.css'), 'utf8')

/** WCAG 2.2, 1.4.3: text of this size needs it against what is behind. */
const AA_TEXT = 4.5

/** WCAG 2.2, 1.4.6: what high contrast is for. */
const AAA_TEXT = 7

type Theme = 'light' | 'dark'

const [ordinary = '', more = ''] = css.split(':root[data-contrast="more"]')

function find(source: string, name: string): RegExpExecArray | null {
  return new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(source)
}

/** What high contrast does not change stays as it is in the ordinary themes. */
function colour(name: string, theme: Theme, isMore = false): string {
  const match = (isMore ? find(more, name) : null) ?? find(ordinary, name)
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

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const ansi = Array.from({ length: 16 }, (_, index) => `ansi-${index}`)
/** What stands behind the text of lines. */
const LINES = ['surface', 'surface-raised', 'selection']
const tokens = ['time', 'address', 'id', 'url', 'path', 'number', 'string', 'key', 'verb'].map(
  (kind) => `token-${kind}`,
)
const labels = Array.from({ length: 9 }, (_, index) => `label-${index + 1}`)
const PAIRS: readonly [text: string, behind: readonly string[]][] = [
  [
    'text',
    [
      'surface',
      'surface-raised',
      'surface-overlay',
      'surface-hover',
      'surface-pressed',
      'selection',
      'accent-soft',
    ],
  ],
  [
    'text-dim',
    ['surface', 'surface-raised', 'surface-overlay', 'surface-hover', 'accent-soft', 'selection'],
  ],
  ['accent', ['surface', 'surface-raised', 'accent-soft']],
  ['on-accent', ['accent', 'accent-hover', 'accent-pressed']],
  ['danger', ['surface', 'surface-raised', 'surface-overlay', 'selection']],
  ['warning', ['surface', 'surface-raised', 'selection']],
  ['info', ['surface', 'surface-raised', 'selection']],
  ['success', ['surface', 'surface-raised', 'selection']],
  ...tokens.map((name): [string, readonly string[]] => [name, LINES]),
  ['on-label', labels],
  ...['amber', 'red', 'violet', 'blue', 'green'].map((name): [string, readonly string[]] => [
    `bookmark-${name}`,
    ['surface', 'surface-raised', 'surface-overlay', 'surface-hover', 'selection'],
  ]),
  ['on-filter-highlight', ['filter-highlight']],
  ['on-search-hit', ['search-hit']],
  ...ansi.map((name): [string, readonly string[]] => [name, ['surface']]),
]
const CASES = PAIRS.flatMap(([text, behind]) =>
  behind.flatMap((back) =>
    (['light', 'dark'] as const).map((theme) => [text, back, theme] as const),
  ),
)

describe('the colours', () => {
  it.each(CASES)('let --%s be read on --%s in %s', (text, back, theme) => {
    const ratio = contrast(colour(text, theme), colour(back, theme))
    expect(ratio).toBeGreaterThanOrEqual(AA_TEXT)
  })
})

/** Pairs that high contrast strengthens; the others keep what the ordinary themes have. */
const STRONG = new Set([
  'text',
  'text-quiet',
  'text-dim',
  'accent',
  'on-accent',
  'danger',
  'warning',
  ...tokens,
  'on-label',
])

describe('the colours in high contrast', () => {
  it.each(CASES)('let --%s be read on --%s in %s', (text, back, theme) => {
    const ratio = contrast(colour(text, theme, true), colour(back, theme, true))
    expect(ratio).toBeGreaterThanOrEqual(STRONG.has(text) ? AAA_TEXT : AA_TEXT)
  })
})
