import type { time as english } from '../en/time.ts'
import type { Translated } from '../translated.ts'

/** The histogram, times and elapsed time. */
export const time: Translated<typeof english> = {
  'time.group': 'Tempo',

  'goTo.title': 'Ir para linha ou horário',
  'goTo.place': 'Linha ou horário',
  'goTo.placeholder': '14:02',
  'goTo.examples': 'Por exemplo: 12345, 14:02:03, -5m, ontem 14h ou 23/11 14:00.',
  'goTo.understoodLine': 'Vai para a linha {{line}}.',
  'goTo.understoodTime': 'Vai para {{time}} ({{zone}}).',
  'goTo.range': 'Linhas de {{first}} a {{last}}.',
  'goTo.rangeSoFar': 'Linhas de {{first}} a {{last}} até agora; o índice está em {{percent}}.',
  'goTo.times': 'De {{first}} a {{last}}, no fuso de {{zone}}.',
  'goTo.submit': 'Ir',
  'goTo.waiting':
    'O índice ainda não chegou lá ({{percent}}). A linha aparece assim que ele chegar.',
  'goTo.looking': 'Procurando esse horário…',
  'goTo.unreadable':
    'Isto não é uma linha, como {{example}}, nem um horário, como 14:02, -5m ou ontem 14h.',
  'goTo.outside': 'Não há linha {{line}}. As linhas vão de {{first}} a {{last}}.',
  'goTo.noLines': 'O log ainda não tem linhas.',
  'goTo.noTimes': 'As linhas deste log não têm horários que o Rastro entenda.',
  'goTo.after': 'O log termina em {{last}}, antes de {{time}}.',
  'goTo.failed': 'O servidor não respondeu. Tente de novo.',

  'histogram.name': 'Linhas ao longo do tempo',
  'histogram.namePosition': 'Linhas ao longo do log',
  'histogram.help':
    'As setas movem, Enter vai até lá, Shift com as setas seleciona e Enter então restringe, mais e menos ampliam e reduzem, Escape desfaz.',
  'histogram.bucket': '{{from}} a {{to}}: {{lines}}',
  'histogram.bucketErrors': '{{from}} a {{to}}: {{lines}}, {{errors}}',
  'histogram.selected': 'Selecionado: {{from}} a {{to}}',
  'histogram.line': 'linha {{line}}',
  'histogram.counting': 'Contando… {{percent}}',
  'histogram.empty': 'Ainda não há linhas para contar.',
  'histogram.failed': 'Não foi possível contar as linhas.',
  'histogram.hide': 'Ocultar histograma',
  'histogram.show': 'Mostrar histograma',
  'histogram.toggle': 'Mostrar ou ocultar o histograma',
  'histogram.focus': 'Ir para o histograma',
  'histogram.reset': 'Mostrar o histograma inteiro',
  'histogram.whole': 'Log inteiro',
  'histogram.zoomIn': 'Ampliar o histograma',
  'histogram.zoomOut': 'Reduzir o histograma',
  'histogram.height': 'Altura do histograma',
  'histogram.level.fatal': 'Fatal',
  'histogram.level.error': 'Erro',
  'histogram.level.warn': 'Aviso',
  'histogram.level.info': 'Info',
  'histogram.level.debug': 'Debug',
  'histogram.level.trace': 'Trace',
  'histogram.level.none': 'Outras',

  'elapsed.column': 'Decorrido',
  'elapsed.previous': 'Tempo decorrido desde a linha anterior',
  'elapsed.since': 'Tempo decorrido desde esta linha',
  'elapsed.off': 'Ocultar tempo decorrido',
  'elapsed.noTime': 'A linha não tem horário',
  'elapsed.noTimeText': 'O tempo decorrido só pode ser contado a partir de uma linha que tenha um.',
}
