import type { ListDom } from './list-dom.ts'

/** A mark beside the scroll bar. */
export interface Tick {
  /** Its place from the top, 0, to the bottom, 1. */
  readonly at: number
  /** Says what it looks like. */
  readonly className: string
}

/** Ticks drawn at most: more would not be told apart on any screen. */
const MAX_TICKS = 2000

/** The marks beside the scroll bar of a list. */
export interface ListTicks {
  set(ticks: readonly Tick[], feature: string): void
  /** Draws them beside a view of this height that begins at `top`, in CSS pixels, if anything changed. */
  draw(height: number, top: number): void
}

export function createListTicks({ ticks: strip }: ListDom): ListTicks {
  const features = new Map<string, readonly Tick[]>()
  let ticks: readonly Tick[] = []
  let drawn: { ticks: readonly Tick[]; height: number; top: number } = { ticks, height: 0, top: 0 }

  return {
    set(next, feature) {
      features.set(feature, next)
      ticks = [...features.values()].flat()
    },
    draw(height, top) {
      if (drawn.ticks === ticks && drawn.height === height && drawn.top === top) return
      drawn = { ticks, height, top }
      strip.style.top = `${top}px`
      strip.replaceChildren(...distinct(ticks, height).map(elementOf))
    },
  }
}

/** One tick of each kind per pixel. */
function distinct(ticks: readonly Tick[], height: number): readonly (Tick & { y: number })[] {
  const found = new Map<string, Tick & { y: number }>()
  for (const tick of ticks) {
    const y = Math.round(Math.max(0, Math.min(tick.at, 1)) * (height - 2))
    const key = `${y} ${tick.className}`
    if (!found.has(key)) found.set(key, { ...tick, y })
    if (found.size === MAX_TICKS) break
  }
  return [...found.values()]
}

function elementOf({ className, y }: Tick & { y: number }): HTMLElement {
  const element = document.createElement('div')
  element.className = `log-tick ${className}`
  element.style.transform = `translateY(${y}px)`
  return element
}
