import type { highlight as english } from '../en/highlight.ts'
import type { Translated } from '../translated.ts'

/** Colours of parts of lines, and labels. */
export const highlight: Translated<typeof english> = {
  'highlight.group': 'Cores',
  'highlight.runaway': 'Uma regra de destaque foi interrompida',
  'highlight.runaway.text':
    '“{{pattern}}” demora demais em uma linha deste log. Ela não pinta nada até você mudá-la.',
}
