import type { failures as english } from '../en/failures.ts'
import type { Translated } from '../translated.ts'

/** Why a file is waited for, a stream is refused or a request failed. */
export const failures: Translated<typeof english> = {
  'wait.missing': 'O arquivo ainda não existe.',
  'wait.denied': 'Este usuário não pode ler o arquivo.',
  'wait.directory': 'O caminho é uma pasta.',
  'wait.fifo': 'O caminho é um pipe.',
  'wait.device': 'O caminho é um dispositivo.',
  'wait.socket': 'O caminho é um socket.',
  'wait.link-loop': 'O caminho é um ciclo de links.',
  'wait.virtual': 'O arquivo é de um sistema de arquivos virtual, sem tamanho.',
  'wait.compressed': 'O arquivo está comprimido.',
  'wait.unreadable': 'O arquivo não pode ser lido no momento.',

  'remote.network': 'O endereço está fora de alcance ({{detail}}).',
  'remote.status': 'O servidor respondeu com o status {{status}}.',
  'remote.status.204': 'O servidor diz que não há mais nada para ler (204).',
  'remote.status.auth':
    'O servidor pede um token ({{status}}). Use o endereço completo que ele mostrou ao iniciar.',
  'remote.status.missing': 'Não há um fluxo neste endereço ({{status}}).',
  'remote.status.busy': 'O servidor tem leitores demais ({{status}}).',
  'remote.status.server': 'O servidor está com um problema dele mesmo ({{status}}).',
  'remote.type': 'A resposta não é um fluxo de eventos, e sim “{{contentType}}”.',
  'remote.typeNone': 'A resposta não diz ser um fluxo de eventos.',
  'remote.redirects': 'O endereço redireciona vezes demais.',
  'remote.too-long': 'O fluxo enviou uma linha longa demais para guardar.',
  'remote.closed': 'A conexão foi fechada.',
  'remote.disk': 'As linhas não podem ser gravadas no disco deste computador ({{detail}}).',

  'error.unauthorized':
    'O servidor pede o token dele. Abra o endereço completo que ele mostrou ao iniciar.',
  'error.forbidden-host': 'O servidor não responde por este nome de host.',
  'error.forbidden-origin': 'O servidor não responde a páginas desta origem.',
  'error.not-found': 'O log não está mais aberto.',
  'error.bad-request': 'O servidor não entendeu o pedido.',
  'error.method-not-allowed': 'O servidor não permite isso.',
  'error.too-large': 'O pedido é grande demais.',
  'error.too-many': 'Há logs abertos demais. Feche um e tente de novo.',
  'error.url-invalid': 'Isto não é um endereço. Ele se parece com https://host:8000/stream-logs.',
  'error.url-scheme': 'Só é possível conectar a endereços http e https.',
  'error.url-credentials':
    'O endereço não pode levar usuário e senha. Use um token nele em vez disso.',
  'error.url-self': 'Este é o endereço deste mesmo Rastro; os logs dele já estão ao lado.',
  'error.query-invalid': 'Isto não pode ser buscado: o padrão tem um erro.',
  'error.not-available': 'Este servidor foi iniciado sem esse recurso.',
  'error.internal': 'Algo deu errado no servidor. O log dele diz o quê.',
  'error.network': 'O servidor não responde. Ele ainda está em execução?',
}
