import { LEVEL_GROUPS, type LevelGroup } from './stack-bars.ts'

/** What the histogram is drawn with, as a canvas takes it. */
export interface BarColours {
  readonly bars: Readonly<Record<LevelGroup, string>>
  readonly text: string
  readonly line: string
  readonly font: string
}

/**
 * Reads the colours of the style sheet. A canvas knows no custom properties, and theirs are not
 * resolved when they are read (`light-dark()` stays as it is written): an element is given each of
 * them as its colour. Reads the layout.
 */
export function readBarColours(host: HTMLElement): BarColours {
  const probe = document.createElement('span')
  probe.className = 'histogram-probe'
  host.append(probe)
  const style = getComputedStyle(probe)
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`
    return style.color
  }
  const bars = Object.fromEntries(
    LEVEL_GROUPS.map((group) => [group, colour(`--bar-${group}`)]),
  ) as Record<LevelGroup, string>
  const colours = {
    bars,
    text: colour('--text-dim'),
    line: colour('--border'),
    font: `${style.fontSize} ${style.fontFamily}`,
  }
  probe.remove()
  return colours
}

/** Calls when other colours may hold: another theme, contrast or system setting. Answers the end of it. */
export function watchColours(listener: () => void): () => void {
  const attributes = new MutationObserver(listener)
  attributes.observe(document.documentElement, { attributes: true })
  const queries = [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
  ]
  const lists = queries.map((query) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', listener)
  return () => {
    attributes.disconnect()
    for (const list of lists) list.removeEventListener('change', listener)
  }
}
