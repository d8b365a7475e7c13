import { z } from 'zod'

/** The colours of labels and rules by number, as the keys that set them; tokens.css has them. */
export const LABEL_COLOURS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** One of {@link LABEL_COLOURS}. */
export const labelColour = z.literal(LABEL_COLOURS)
export type LabelColour = z.infer<typeof labelColour>

/** Class of text in that colour. */
export function labelClass(colour: LabelColour): string {
  return `label label-${colour}`
}
