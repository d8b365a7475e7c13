/** The list of lines, and entries that fold. */
export const entries = {
  'list.number': 'Line',
  'list.text': 'Text',

  'entries.group': 'Entries',
  'entries.toggle': 'Fold or unfold the entry',
  'entries.toggleAll': 'Fold or unfold all entries',
  'entries.fold_one': 'Fold {{count, number}} line',
  'entries.fold_other': 'Fold {{count, number}} lines',
  'entries.unfold_one': 'Show {{count, number}} more line',
  'entries.unfold_other': 'Show {{count, number}} more lines',
  'entries.failed': 'The entries could not be folded',
  'entries.single': 'This entry is a single line: there is nothing to fold.',
} as const
