import Anser from 'anser'
import { paletteColor } from './palette-color.ts'

/** How a run of text looks: CSS classes, and colours that are no variable of the theme. */
export interface SgrStyle {
  readonly classes: readonly string[]
  /** CSS colours; null when a class or the row decides. */
  readonly color: string | null
  readonly background: string | null
}

/** Follows the SGR sequences of one line: `apply` answers the look of what comes after. */
export interface SgrState {
  apply(parameters: string): SgrStyle | null
}

/** `blink` and `hidden` are left out: a viewer neither blinks nor hides what was logged. */
const DECORATIONS: ReadonlySet<string> = new Set([
  'bold',
  'dim',
  'italic',
  'underline',
  'strikethrough',
])

const COLORS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white']

export function createSgrState(): SgrState {
  const anser = new Anser()
  return {
    apply(parameters) {
      const entry = anser.ansiToJson(`\x1b[${parameters}m`, { use_classes: true }).at(-1)
      return entry?.was_processed === true ? styleOf(entry) : null
    },
  }
}

function styleOf(entry: Anser.AnserJsonEntry): SgrStyle {
  const classes: string[] = entry.decorations
    .filter((decoration) => DECORATIONS.has(decoration))
    .map((decoration) => `sgr-${decoration}`)
  const inverse = isInverse(entry)
  const color = inverse ? null : colorOf(entry.fg, entry.fg_truecolor)
  const background = colorOf(entry.bg, entry.bg_truecolor)
  if (inverse) classes.push('sgr-inverse')
  else if (typeof background === 'number') classes.push('sgr-background')
  if (typeof color === 'number') classes.push(`fg-${color}`)
  // Anser makes white of a default colour that was inverted; here it is the theme's text colour.
  const isDefault = inverse && background === 7
  if (typeof background === 'number' && !isDefault) classes.push(`bg-${background}`)
  return {
    classes,
    color: typeof color === 'string' ? color : null,
    background: typeof background === 'string' ? background : null,
  }
}

/** Anser swaps the colours of inverse text, takes the decoration away and leaves a sign untyped. */
function isInverse(entry: Anser.AnserJsonEntry): boolean {
  return 'isInverted' in entry && entry.isInverted === true
}

/** One of the theme's 16 colours by number, any other as CSS. */
function colorOf(name: string | null, truecolor: string | null): number | string | null {
  if (name === null) return null
  if (name === 'ansi-truecolor') return truecolor === null ? null : `rgb(${truecolor})`
  const palette = /^ansi-palette-(\d+)$/.exec(name)?.[1]
  if (palette !== undefined) return paletteColor(Number(palette))
  const bright = name.startsWith('ansi-bright-')
  const index = COLORS.indexOf(name.slice(bright ? 'ansi-bright-'.length : 'ansi-'.length))
  return index < 0 ? null : index + (bright ? 8 : 0)
}
