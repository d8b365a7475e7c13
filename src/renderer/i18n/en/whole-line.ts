/** The dialog with the whole of a line. */
export const wholeLine = {
  'wholeLine.title': 'Line {{line}}',
  'wholeLine.text': 'Text of the line',
  'wholeLine.empty': 'The line is empty.',
  'wholeLine.loading': 'Reading…',
  'wholeLine.shown': '{{shown}} of {{bytes}}',
  'wholeLine.more': 'Show more',
  'wholeLine.limit': 'The page shows no more of one line. The file has the rest of it.',
  'wholeLine.save': 'Save the file',
  'wholeLine.copy': 'Copy',
  'wholeLine.copying': 'Copying…',
  'wholeLine.copied': '{{bytes}} copied',
  'wholeLine.copyFailed': 'The line could not be copied.',
  'wholeLine.failed': 'The line could not be read.',
  'wholeLine.gone': 'This line can no longer be read.',
  'wholeLine.changed': 'The file changed, and another line is in this place now.',
  'wholeLine.retry': 'Try again',
} as const
