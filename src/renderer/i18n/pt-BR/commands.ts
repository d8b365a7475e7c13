import type { commands as english } from '../en/commands.ts'
import type { Translated } from '../translated.ts'

/** The palette, shortcuts and the look of the page. */
export const commands: Translated<typeof english> = {
  'commands.reading': 'Leitura',
  'commands.opening': 'Abrir',
  'commands.moving': 'Navegar',
  'commands.page': 'Página',
  'commands.generator': 'Ligar ou desligar o gerador de logs',
}
