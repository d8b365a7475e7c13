/** Colours of parts of lines, and labels. */
export const highlight = {
  'highlight.group': 'Colours',
  'highlight.runaway': 'A highlight rule was stopped',
  'highlight.runaway.text':
    '“{{pattern}}” takes too long on a line of this log. It paints nothing until you change it.',
} as const
