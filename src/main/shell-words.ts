import type { Locale } from '../shared/bridge.ts'

const en = {
  file: 'File',
  edit: 'Edit',
  log: 'Log',
  view: 'View',
  openFile: 'Open File…',
  connectUrl: 'Connect to URL…',
  recent: 'Open Recent',
  noRecent: 'Nothing yet',
  readLogs: 'Read Logs / Stop',
  pause: 'Pause / Continue',
  toggleGenerator: 'Generator On / Off',
  goToStart: 'Go to the First Line',
  goToEnd: 'Go to the Last Line',
  homepage: 'Rastro on the Web',
  chooseLogs: 'Choose logs to open',
  logFiles: 'Logs',
  allFiles: 'All files',
  openOutside: 'Open this address in your browser?',
  open: 'Open',
  cancel: 'Cancel',
  ok: 'OK',
  cannotStart: 'Rastro could not start',
  faultTitle: 'Something went wrong inside Rastro',
  faultAlive: 'Reading goes on. The details are in the log of the app:',
  faultRestarted: 'Its server was started again and your logs are open. The details are in:',
  faultGivenUp: 'Its server does not answer and could not be started again. The details are in:',
  pageGone: 'The page stopped several times in a row',
  pageGoneDetail: 'It is not loaded again by itself any more. Load it once more?',
  reload: 'Load Again',
  quit: 'Quit',
}

/** Every word that the shell itself shows: menus, dialogs. The page has a catalogue of its own. */
export type ShellWords = Readonly<Record<keyof typeof en, string>>

const ptBR: ShellWords = {
  file: 'Arquivo',
  edit: 'Editar',
  log: 'Log',
  view: 'Exibir',
  openFile: 'Abrir arquivo…',
  connectUrl: 'Conectar URL…',
  recent: 'Abrir recente',
  noRecent: 'Nada ainda',
  readLogs: 'Ler Logs / Parar',
  pause: 'Pausar / Continuar',
  toggleGenerator: 'Ligar / desligar o gerador',
  goToStart: 'Ir para a primeira linha',
  goToEnd: 'Ir para a última linha',
  homepage: 'Rastro na web',
  chooseLogs: 'Escolha os logs a abrir',
  logFiles: 'Logs',
  allFiles: 'Todos os arquivos',
  openOutside: 'Abrir este endereço no seu navegador?',
  open: 'Abrir',
  cancel: 'Cancelar',
  ok: 'OK',
  cannotStart: 'O Rastro não pôde iniciar',
  faultTitle: 'Algo deu errado dentro do Rastro',
  faultAlive: 'A leitura continua. Os detalhes estão no log do aplicativo:',
  faultRestarted: 'O servidor foi reiniciado e seus logs estão abertos. Os detalhes estão em:',
  faultGivenUp: 'O servidor não responde e não pôde ser reiniciado. Os detalhes estão em:',
  pageGone: 'A página parou várias vezes seguidas',
  pageGoneDetail: 'Ela não é mais recarregada sozinha. Carregar mais uma vez?',
  reload: 'Carregar de novo',
  quit: 'Sair',
}

/** The words of one language. */
export function shellWords(locale: Locale): ShellWords {
  return locale === 'pt-BR' ? ptBR : en
}
