import type { sources as english } from '../en/sources.ts'
import type { Translated } from '../translated.ts'

/** The sources at the side, and the ways to open one. */
export const sources: Translated<typeof english> = {
  'sources.name': 'Fontes',
  'sources.list': 'Logs abertos',
  'sources.files': 'Arquivos',
  'sources.remotes': 'Remotos',
  'sources.generator': 'Gerador',
  'sources.recents': 'Recentes',
  'sources.none': 'Nenhum log aberto.',
  'sources.close': 'Fechar {{name}}',
  'sources.forget': 'Remover {{name}} dos recentes',

  'phase.away': 'fora de alcance',
  'phase.opening': 'abrindo',
  'phase.following': 'acompanhando',
  'phase.waiting': 'aguardando',
  'phase.connecting': 'conectando',
  'phase.live': 'ao vivo',
  'phase.reconnecting': 'reconectando',
  'phase.ended': 'encerrado',
  'phase.refused': 'recusado',

  'connect.title': 'Conectar a um fluxo',
  'connect.url': 'Endereço',
  'connect.help':
    'Um servidor Rastro ou qualquer endereço http ou https que envie text/event-stream.',
  'connect.recents': 'Endereços recentes',
  'connect.submit': 'Conectar',
  'connect.busy': 'Conectando…',
  'connect.empty': 'Digite um endereço.',

  'open.title': 'Abrir um log',
  'open.help': 'Estes são os logs com que o servidor foi iniciado.',
  'open.none':
    'O servidor foi iniciado sem arquivos. Inicie-o de novo com “rastro serve ARQUIVO” ou conecte-se a um fluxo.',
  'open.list': 'Logs do servidor',

  'drop.app': 'Solte para abrir',
  'drop.browser': 'Um navegador não consegue acompanhar um arquivo deste computador',
  'drop.browser.text': 'Solte-o no aplicativo Rastro ou inicie o servidor com ele.',
}
