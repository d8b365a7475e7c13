import type { notices as english } from '../en/notices.ts'
import type { Translated } from '../translated.ts'

/** Notices, and the page that stopped. */
export const notices: Translated<typeof english> = {
  'notice.name': 'Avisos',
  'notice.close': 'Dispensar',
  'notice.generatorFailed': 'O gerador não conseguiu escrever',
  'notice.generatorFailed.text': '{{path}}: {{code}}.',
  'notice.generatorRefused': 'Não foi possível ligar ou desligar o gerador',
  'notice.connectFailed': 'Não foi possível conectar ao fluxo',
  'notice.closeFailed': 'Não foi possível fechar o log',
  'notice.encodingFailed': 'Não foi possível mudar a codificação',
  'notice.openFailed': 'Não foi possível abrir o arquivo',
  'notice.nothingOpened': 'Nada foi aberto',
  'notice.nothingOpened.text': 'Só arquivos podem ser abertos: pastas e links para páginas, não.',
  'notice.dropInBrowser': 'Um navegador não consegue acompanhar um arquivo deste computador',
  'notice.dropInBrowser.text':
    'Inicie o servidor com ele (“rastro serve ARQUIVO”) ou solte-o no aplicativo Rastro.',
  'notice.unexpected': 'Algo inesperado aconteceu',
  'notice.unexpected.text':
    '{{detail}} Você pode continuar; recarregue a página se algo parecer errado.',

  'crash.title': 'A página parou',
  'crash.text': 'Nada do log se perdeu. Recarregue a página para continuar.',
  'crash.reload': 'Recarregar',
}
