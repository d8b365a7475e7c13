import type { shortcuts as english } from '../en/shortcuts.ts'
import type { Translated } from '../translated.ts'

/** Keys and what they do. */
export const shortcuts: Translated<typeof english> = {
  'shortcuts.title': 'Atalhos do teclado',
  'shortcuts.inList': 'nas linhas',
  'shortcuts.read': 'Ler Logs ou Parar',
  'shortcuts.pause': 'Pausar ou continuar',
  'shortcuts.open': 'Abrir arquivo…',
  'shortcuts.connect': 'Conectar URL…',
  'shortcuts.follow': 'Acompanhar o fim ou não',
  'shortcuts.start': 'Ir para o início',
  'shortcuts.end': 'Ir para o fim',
  'shortcuts.goTo': 'Ir para linha ou horário…',
  'shortcuts.openLine': 'Mostrar a linha inteira',
  'shortcuts.help': 'Atalhos do teclado',
  'shortcuts.or': 'ou',

  'key.space': 'Espaço',
}
