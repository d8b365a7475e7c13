import { z } from 'zod'
import type { Kept } from '../../kept/kept.ts'
import type { Painter } from '../../list/painter.ts'
import { createStore } from '../page/store.ts'
import { type LabelColour, labelClass, labelColour } from './label-colour.ts'
import { literalPaints } from './literal-paints.ts'

/** Longer texts are no mark for the eye, but a paragraph; in UTF-16 units. */
export const MAX_LABEL_LENGTH = 256

/** Labels at most: with more of them no colour says anything. */
export const MAX_LABELS = 64

const label = z.object({ text: z.string().min(1).max(MAX_LABEL_LENGTH), colour: labelColour })

/** A text and the colour that it has wherever it stands, as it is written. */
export type Label = z.infer<typeof label>

const KEY = 'labels'

/** The labels of the page, for all logs: an id is followed from one log to the other. */
export interface Labels {
  /** The same array until a label changes. */
  get(): readonly Label[]
  /** Gives a text that colour; one that has it already loses it. Texts that are too long are not taken. */
  toggle(text: string, colour: LabelColour): void
  remove(text: string): void
  clear(): void
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** The labels that were kept, and each change from here on. */
export function createLabels(kept: Kept): Labels {
  const store = createStore<readonly Label[]>(
    kept.read(KEY, z.array(label).max(MAX_LABELS).readonly(), []),
  )
  const set = (labels: readonly Label[]) => {
    kept.write(KEY, labels)
    store.set(labels)
  }
  return {
    get: store.get,
    toggle(text, colour) {
      if (text === '' || text.length > MAX_LABEL_LENGTH) return
      const before = store.get()
      const others = before.filter((one) => one.text !== text)
      const had = before.find((one) => one.text === text)
      set(had?.colour === colour ? others : [...others, { text, colour }].slice(-MAX_LABELS))
    },
    remove: (text) => set(store.get().filter((one) => one.text !== text)),
    clear: () => set([]),
    subscribe: store.subscribe,
  }
}

/** Paints every place of each label's text; null when there are none. */
export function labelPainter(labels: readonly Label[]): Painter | null {
  if (labels.length === 0) return null
  return {
    key: JSON.stringify(labels.map(({ text, colour }) => [text, colour])),
    paint: (line) =>
      labels.flatMap(({ text, colour }) => literalPaints(line.text, text, labelClass(colour))),
  }
}
