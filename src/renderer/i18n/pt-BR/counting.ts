import type { counting as english } from '../en/counting.ts'
import type { Translated } from '../translated.ts'

/** What is counted: lines, errors, rotations, the index. */
export const counting: Translated<typeof english> = {
  lines_one: '{{count, number}} linha',
  lines_many: '{{count, number}} linhas',
  lines_other: '{{count, number}} linhas',
  errors_one: '{{count, number}} erro',
  errors_many: '{{count, number}} erros',
  errors_other: '{{count, number}} erros',
  newLines_one: '{{count, number}} linha nova',
  newLines_many: '{{count, number}} linhas novas',
  newLines_other: '{{count, number}} linhas novas',
  rotations_one: '{{count, number}} rotação',
  rotations_many: '{{count, number}} rotações',
  rotations_other: '{{count, number}} rotações',
  rate: '{{rate}} linhas/s',
  indexing: 'Indexando {{percent}}',
  'indexing.name': 'Índice do log',
  'indexing.help': 'As linhas ainda estão sendo contadas; o início e o fim já podem ser lidos.',
  'indexing.soFar': '{{lines}} até agora, {{percent}} indexado',

  'pause.count': '+{{lines}}',
  'pause.countWithErrors': '+{{lines}}, {{errors}}',

  'announce.lines': '{{lines}}',
  'announce.linesWithErrors': '{{lines}}, {{errors}}',
}
