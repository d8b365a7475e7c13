import type { stage as english } from '../en/stage.ts'
import type { Translated } from '../translated.ts'

/** The lines, the marks between them, and what stands in their place. */
export const stage: Translated<typeof english> = {
  'stage.name': 'Log',
  'stage.lines': 'Linhas de {{name}}',

  'line.openLink': '{{key}}+clique abre o endereço',
  'line.cut': '… +{{bytes}}',
  'line.openCut': '… +{{bytes}}: mostrar a linha inteira',

  'mark.rotated': 'Rotacionado às {{time}}',
  'mark.truncated': 'Truncado às {{time}}',
  'mark.gone': 'O arquivo sumiu às {{time}}',
  'mark.back': 'O arquivo voltou às {{time}}',
  'mark.gap': 'Perdido: {{what}}',
  'mark.gapUnknown': 'Faltam linhas aqui',

  'empty.noLog.title': 'Nenhum log ainda',
  'empty.noLog.text': 'Abra um arquivo ou conecte-se ao fluxo de outra máquina.',
  'empty.noLog.textBrowser':
    'Este servidor foi iniciado sem arquivos. Conecte-se a um fluxo ou inicie-o de novo com “rastro serve ARQUIVO”.',
  'empty.noLog.generator':
    'Nada à mão? Ler Logs liga o gerador, que escreve um log para experimentar.',
  'empty.unread.title': 'Pressione Ler Logs',
  'empty.unread.text': '{{name}} está escolhido. A leitura começa quando você pressionar o botão.',
  'empty.loading.title': 'Abrindo…',
  'empty.loading.text': 'Lendo as primeiras linhas.',
  'empty.waiting.title': 'Aguardando o arquivo',
  'empty.waiting.text': '{{reason}} As linhas aparecem aqui assim que ele puder ser lido.',
  'empty.file.title': 'O arquivo está vazio',
  'empty.file.text': 'As linhas novas aparecem aqui assim que forem escritas.',
  'empty.filtered.title': 'Nenhuma linha passa pelo filtro',
  'empty.filtered.text_one':
    '{{count, number}} linha está oculta. As novas que passarem aparecem aqui.',
  'empty.filtered.text_many':
    '{{count, number}} linhas estão ocultas. As novas que passarem aparecem aqui.',
  'empty.filtered.text_other':
    '{{count, number}} linhas estão ocultas. As novas que passarem aparecem aqui.',
  'empty.remote.title': 'Nenhuma linha ainda',
  'empty.remote.live': 'O fluxo está aberto e ainda não enviou nada.',
  'empty.remote.ended': 'O fluxo terminou sem enviar nenhuma linha.',
  'empty.connecting.title': 'Conectando…',
  'empty.connecting.text': 'O fluxo ainda não respondeu.',
  'empty.reconnecting.title': 'O fluxo está fora de alcance',
  'empty.refused.title': 'O fluxo recusou',
  'empty.server.title': 'O servidor do Rastro não responde',
  'empty.server.refused': 'O servidor do Rastro não deixa esta página entrar',
  'empty.server.text': 'Uma nova tentativa é feita sozinha; nada do arquivo se perde.',
}
