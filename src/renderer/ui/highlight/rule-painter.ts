import type { Painter } from '../../list/painter.ts'
import type { HitThread } from '../search/hit-finder.ts'
import { createHitPainter } from '../search/hit-painter.ts'
import { labelClass } from './label-colour.ts'
import type { Rule } from './rules.ts'

export interface RulePainterOptions {
  readonly startThread: () => HitThread
  /** There is another painter to be set; null when nothing is painted. */
  readonly onChange: (painter: Painter | null) => void
  /** The rule with this place takes too long: it paints nothing from here on. */
  readonly onRunaway: (rule: number) => void
}

/** Paints what rules say until it is closed; regular expressions in threads that can be ended. */
export class RulePainter {
  readonly #painters: (Painter | null)[]
  readonly #closes: readonly (() => void)[]

  constructor(rules: readonly Rule[], { startThread, onChange, onRunaway }: RulePainterOptions) {
    const made = rules.map(({ term, colour, on }, index) =>
      on
        ? createHitPainter(term, {
            className: labelClass(colour),
            startThread,
            onChange: (painter) => {
              this.#painters[index] = painter
              if (painter === null) onRunaway(index)
              onChange(this.painter)
            },
          })
        : null,
    )
    this.#painters = made.map((one) => one?.painter ?? null)
    this.#closes = made.flatMap((one) => one?.close ?? [])
  }

  /** All of them as one; null when none paints. */
  get painter(): Painter | null {
    const present = this.#painters.filter((painter) => painter !== null)
    if (present.length === 0) return null
    return {
      key: JSON.stringify(present.map(({ key }) => key)),
      paint: (line) => present.flatMap((painter) => painter.paint(line)),
    }
  }

  close(): void {
    for (const close of this.#closes) close()
  }
}
