import type { logs as english } from '../en/logs.ts'
import type { Translated } from '../translated.ts'

/** Tabs, several logs, folders and the split view. */
export const logs: Translated<typeof english> = {
  'kept.broken': 'Parte do que estava guardado não pôde ser lida',
  'kept.broken.text': 'O Rastro pôs essa parte de lado e continua sem ela.',
  'kept.unkept': 'Não dá para guardar nada aqui',
  'kept.unkept.text':
    'O que você mudar vale até fechar a página: o armazenamento está cheio ou desligado.',

  'phase.secret': 'desconectado',
  'remote.secret': 'Não está conectado: precisa do token, e o Rastro não guarda tokens.',
  'empty.secret.title': 'O fluxo espera pelo token',
  'secret.give': 'Token…',
  'secret.giveOf': 'Token… de {{name}}',
  'secret.command': 'Informar o token deste fluxo…',
  'secret.title': 'Conectar com um token',
  'secret.token': 'Token',
  'secret.address': 'Endereço, com tudo o que ele tem de secreto',
  'secret.empty': 'Digite o token.',

  'tabs.region': 'Logs abertos',
  'tabs.before': 'Mostrar as abas anteriores',
  'tabs.behind': 'Mostrar as abas seguintes',
  'tabs.name': 'Logs',
  'tabs.group': 'Logs',
  'tabs.closeTab': 'Fechar {{name}}',
  'tabs.next': 'Próximo log',
  'tabs.previous': 'Log anterior',
  'tabs.moveForward': 'Mover a aba do log para a frente',
  'tabs.moveBack': 'Mover a aba do log para trás',
  'tabs.close': 'Fechar o log',
  'tabs.go': 'Log {{number}}',
  'tabs.openFolder': 'Abrir pasta…',

  'split.second': 'Segundo log',
  'split.tools': 'Ferramentas do segundo log',
  'split.choose': 'Log da segunda lista',
  'split.follow': 'Acompanhar o fim do segundo log',
  'split.linked': 'Rolar os dois juntos pelo horário',
  'split.swap': 'Trocar os dois logs de lugar',
  'split.below': 'Um acima do outro',
  'split.beside': 'Lado a lado',
  'split.separator': 'Espaço do primeiro log',
  'split.close': 'Voltar a um log só',
  'split.toggle': 'Mostrar dois logs ao mesmo tempo, ou um só',
  'split.turn': 'Dois logs lado a lado ou um acima do outro',
  'split.link': 'Rolar os dois logs juntos pelo horário, ou cada um por si',
  'split.focusSecond': 'Ir para as linhas do segundo log',

  'news.lines': 'linhas novas',
  'news.errors_one': '{{count, number}} erro novo',
  'news.errors_many': '{{count, number}} erros novos',
  'news.errors_other': '{{count, number}} erros novos',
}
