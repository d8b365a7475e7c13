import type { TextKey } from '../../i18n/en.ts'
import type { LabelColour } from './label-colour.ts'

/** What a colour is called. */
export const COLOUR_NAMES: Readonly<Record<LabelColour, TextKey>> = {
  1: 'highlight.colour.1',
  2: 'highlight.colour.2',
  3: 'highlight.colour.3',
  4: 'highlight.colour.4',
  5: 'highlight.colour.5',
  6: 'highlight.colour.6',
  7: 'highlight.colour.7',
  8: 'highlight.colour.8',
  9: 'highlight.colour.9',
}
