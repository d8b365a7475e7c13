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
  'entries.foldAll': 'Recolher todas as entradas',
  'entries.unfoldAll': 'Expandir todas as entradas',
  'entries.failed': 'Não foi possível recolher as entradas',
  'entries.failed.text': 'O servidor recusou ou não respondeu. Tente de novo daqui a pouco.',
  'entries.nothing': 'Não há o que recolher',
  'entries.none': 'Cada linha à mostra é uma entrada por si só.',
  'entries.single': 'Esta entrada tem uma linha só.',
}
