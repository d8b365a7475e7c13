import type { status as english } from '../en/status.ts'
import type { Translated } from '../translated.ts'

/** The status bar and the details of the log. */
export const status: Translated<typeof english> = {
  'status.idle': 'Parado',
  'status.ready': 'Pronto',
  'status.connecting': 'Conectando…',
  'status.live': 'Ao vivo',
  'status.paused': 'Pausado',
  'status.reconnecting': 'Servidor fora de alcance, reconectando',
  'status.refused': 'Recusado: {{reason}}',
  'status.opening': 'Abrindo…',
  'status.waiting': 'Aguardando o arquivo: {{reason}}',
  'status.remoteConnecting': 'Conectando ao fluxo…',
  'status.remoteReconnecting': 'Reconectando: {{reason}}',
  'status.ended': 'Encerrado: o fluxo não tem mais nada a enviar',
  'status.nextTry_one': 'nova tentativa em {{count, number}} s',
  'status.nextTry_many': 'nova tentativa em {{count, number}} s',
  'status.nextTry_other': 'nova tentativa em {{count, number}} s',
  'status.now': 'tentando agora',
  'status.encoding': 'Codificação',
  'status.watchStat': 'Consulta periódica',
  'status.watchStat.help':
    'O sistema recusou avisar sobre mudanças, então o arquivo é consultado quatro vezes por segundo. Nenhuma linha se perde.',
  'status.follow': 'Acompanhar',
  'status.follow.help': 'Manter a linha mais nova à vista',

  'details.open': 'Detalhes do log',
  'details.title': 'Detalhes',
  'details.path': 'Caminho',
  'details.address': 'Endereço',
  'details.state': 'Estado',
  'details.lines': 'Linhas',
  'details.size': 'Tamanho',
  'details.rate': 'Ritmo',
  'details.errors': 'Erros desde a abertura',
  'details.rotations': 'Rotações',
  'details.watch': 'Vigilância',
  'details.watchEvents': 'O sistema avisa de cada mudança.',

  'status.errors.help': 'Linhas de nível error ou fatal desde que o log foi aberto',
}
