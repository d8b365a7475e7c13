import type { Paint, PaintedLine, Painter } from '../../list/painter.ts'

/**
 * Who paints, from below to above: where two paints overlap the later one wins. What the user asked
 * for last and looks for now lies over what is coloured by itself.
 */
export const PAINTER_LAYERS = ['syntax', 'compact', 'rules', 'filters', 'labels', 'search'] as const

/** A layer of paint. */
export type PainterLayer = (typeof PAINTER_LAYERS)[number]

/** All the painters of the page as one; each feature sets its own. */
export interface Painters {
  /** Null takes the layer away. */
  set(layer: PainterLayer, painter: Painter | null): void
  /** All of them as one painter; the same object until a layer changes. */
  get(): Painter
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** No layers yet: a line is drawn as it is. */
export function createPainters(): Painters {
  const layers = new Map<PainterLayer, Painter>()
  const listeners = new Set<() => void>()
  let combined = combine(layers)
  return {
    set(layer, painter) {
      if (layers.get(layer)?.key === painter?.key) return
      if (painter === null) layers.delete(layer)
      else layers.set(layer, painter)
      combined = combine(layers)
      for (const listener of listeners) listener()
    },
    get: () => combined,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function combine(layers: ReadonlyMap<PainterLayer, Painter>): Painter {
  const present = PAINTER_LAYERS.flatMap((layer) => layers.get(layer) ?? [])
  return {
    // A key may hold any character: written as JSON, two lists of keys never look alike.
    key: JSON.stringify(PAINTER_LAYERS.map((layer) => layers.get(layer)?.key ?? null)),
    paint: (line) => paintAll(present, line),
  }
}

function paintAll(painters: readonly Painter[], line: PaintedLine): readonly Paint[] {
  const [only] = painters
  if (only !== undefined && painters.length === 1) return only.paint(line)
  return painters.flatMap((painter) => painter.paint(line))
}
