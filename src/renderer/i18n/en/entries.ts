/** The list of lines, and entries that fold. */
export const entries = {
  'list.number': 'Line',
  'list.text': 'Text',
} as const
