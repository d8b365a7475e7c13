import type { wholeLine as english } from '../en/whole-line.ts'
import type { Translated } from '../translated.ts'

/** The dialog with the whole of a line. */
export const wholeLine: Translated<typeof english> = {
  'wholeLine.title': 'Linha {{line}}',
  'wholeLine.text': 'Texto da linha',
  'wholeLine.empty': 'A linha está vazia.',
  'wholeLine.loading': 'Lendo…',
  'wholeLine.shown': '{{shown}} de {{bytes}}',
  'wholeLine.more': 'Mostrar mais',
  'wholeLine.limit': 'A página não mostra mais de uma linha. O resto dela está no arquivo.',
  'wholeLine.save': 'Salvar o arquivo',
  'wholeLine.copy': 'Copiar',
  'wholeLine.copying': 'Copiando…',
  'wholeLine.copied': '{{bytes}} copiados',
  'wholeLine.copyFailed': 'Não foi possível copiar a linha.',
  'wholeLine.failed': 'Não foi possível ler a linha.',
  'wholeLine.gone': 'Esta linha não pode mais ser lida.',
  'wholeLine.changed': 'O arquivo mudou, e agora há outra linha neste lugar.',
  'wholeLine.retry': 'Tentar de novo',
}
