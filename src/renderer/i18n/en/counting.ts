/** What is counted: lines, errors, rotations, the index. */
export const counting = {
  lines_one: '{{count, number}} line',
  lines_other: '{{count, number}} lines',
  errors_one: '{{count, number}} error',
  errors_other: '{{count, number}} errors',
  newLines_one: '{{count, number}} new line',
  newLines_other: '{{count, number}} new lines',
  rotations_one: '{{count, number}} rotation',
  rotations_other: '{{count, number}} rotations',
  rate: '{{rate}} lines/s',
  indexing: 'Indexing {{percent}}',
  'indexing.name': 'Index of the log',
  'indexing.help':
    'The lines are still being counted; the beginning and the end can be read already.',
  'indexing.soFar': '{{lines}} so far, {{percent}} indexed',

  'pause.count': '+{{lines}}',
  'pause.countWithErrors': '+{{lines}}, {{errors}}',

  'announce.lines': '{{lines}}',
  'announce.linesWithErrors': '{{lines}}, {{errors}}',
} as const
