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
  'entries.foldAll': 'Fold all entries',
  'entries.unfoldAll': 'Unfold all entries',
  'entries.failed': 'The entries could not be folded',
  'entries.failed.text': 'The server refused it, or did not answer. Try again in a moment.',
  'entries.nothing': 'There is nothing to fold',
  'entries.none': 'Every line that is shown is an entry of its own.',
  'entries.single': 'This entry is a single line.',
} as const
