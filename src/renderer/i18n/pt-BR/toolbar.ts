import type { toolbar as english } from '../en/toolbar.ts'
import type { Translated } from '../translated.ts'

/** The toolbar and the menu of appearance. */
export const toolbar: Translated<typeof english> = {
  'toolbar.name': 'Ferramentas',
  'toolbar.read': 'Ler Logs',
  'toolbar.stop': 'Parar',
  'toolbar.pause': 'Pausar',
  'toolbar.resume': 'Continuar',
  'toolbar.resumeChoice': 'Escolher de onde continuar',
  'toolbar.resumeHere': 'Continuar daqui',
  'toolbar.resumeEnd': 'Ir para o fim',
  'toolbar.open': 'Abrir arquivo…',
  'toolbar.connect': 'Conectar URL…',
  'toolbar.generator': 'Gerador',
  'toolbar.generatorOn': 'Ligar o gerador de logs',
  'toolbar.generatorOff': 'Desligar o gerador de logs',
  'toolbar.start': 'Ir para o início',
  'toolbar.end': 'Ir para o fim',
  'toolbar.goTo': 'Ir para linha ou horário…',
  'toolbar.sources': 'Mostrar ou ocultar as fontes',
  'toolbar.preferences': 'Aparência e idioma',

  'preferences.language': 'Idioma',
  'preferences.theme': 'Aparência',
  'preferences.theme.system': 'Sistema',
  'preferences.theme.light': 'Clara',
  'preferences.theme.dark': 'Escura',
  'preferences.shortcuts': 'Atalhos do teclado',
}
