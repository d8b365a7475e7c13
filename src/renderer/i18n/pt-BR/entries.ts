import type { entries as english } from '../en/entries.ts'
import type { Translated } from '../translated.ts'

/** The list of lines, and entries that fold. */
export const entries: Translated<typeof english> = {
  'list.number': 'Linha',
  'list.text': 'Texto',

  'entries.group': 'Entradas',
  'entries.toggle': 'Recolher ou expandir a entrada',
  'entries.toggleAll': 'Recolher ou expandir todas as entradas',
  'entries.fold_one': 'Recolher {{count, number}} linha',
  'entries.fold_many': 'Recolher {{count, number}} de linhas',
  'entries.fold_other': 'Recolher {{count, number}} linhas',
  'entries.unfold_one': 'Mostrar mais {{count, number}} linha',
  'entries.unfold_many': 'Mostrar mais {{count, number}} de linhas',
  'entries.unfold_other': 'Mostrar mais {{count, number}} linhas',
  'entries.failed': 'Não foi possível recolher as entradas',
  'entries.single': 'Esta entrada tem uma linha só: não há o que recolher.',
}
