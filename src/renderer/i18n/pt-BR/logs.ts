import type { logs as english } from '../en/logs.ts'
import type { Translated } from '../translated.ts'

/** Tabs, several logs, folders and the split view. */
export const logs: Translated<typeof english> = {
  'kept.broken': 'Parte do que estava guardado não pôde ser lida',
  'kept.broken.text': 'O Rastro pôs essa parte de lado e continua sem ela.',
  'kept.unkept': 'Não dá para guardar nada aqui',
  'kept.unkept.text':
    'O que você mudar vale até fechar a página: o armazenamento está cheio ou desligado.',
}
