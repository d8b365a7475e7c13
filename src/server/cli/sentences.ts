import type { CliLanguage } from './cli-language.ts'

const en = {
  titles: {} as Readonly<Record<string, string>>,
  program: 'Live log viewer: nothing lost, any size, at once.',
  help: 'show this help',
  version: 'show the version',
  helpCommand: 'show the help of a command',
  serve: 'serve logs, and the page to read them, over HTTP',
  serveFile:
    "log to follow, which may not exist yet; or a folder of logs, or a pattern in quotes ('logs/*.log'): 64 logs at most, new ones are found, links in a folder are not followed",
  host: 'address to listen on',
  port: 'port to listen on; 0 takes a free one',
  token:
    'token that every request must bring (better: the variable RASTRO_TOKEN); made up when left out',
  noToken: 'let every program of this machine read; only on a loopback address',
  allowOrigin: 'another origin that may read, e.g. https://logs.example; may be repeated',
  cacheFolder: "folder for the indexes of large logs; in the user's cache folder when left out",
  noCache: 'keep no indexes: large logs are counted anew at each start',
  json: 'print the address as JSON: {"url", "pid", "token"}',
  generate: 'write a realistic log, to have something to read',
  file: 'file to append to',
  interval: 'milliseconds from one line to the next',
  rate: 'lines a second, instead of an interval',
  format: 'plain, json, logfmt, access or java',
  lines: 'stop after this many lines',
  listening: (url: string) => `Rastro is listening at ${url}`,
  plainHttp: (host: string) =>
    `WARNING: ${host} can be reached from other machines, and plain HTTP is not encrypted: whoever sees the traffic reads the logs and the token. Prefer --host 127.0.0.1 behind an SSH tunnel or an HTTPS proxy.`,
  waiting: (path: string) => `${path} does not exist yet: waiting for it.`,
  unreadable: (path: string, code: string) =>
    `${path} cannot be read (${code}): waiting until it can.`,
  notAFile: (path: string) => `${path} is not a regular file: waiting until it is.`,
  directory: (path: string) => `${path} is a directory: name a log file.`,
  noLogsYet: (path: string) => `${path} has no logs yet: waiting for them.`,
  moreLogs: (path: string, found: number, most: number) =>
    `${path} has ${found} logs: the ${most} that were written to last are opened.`,
  portTaken: (host: string, port: number) =>
    `Port ${port} of ${host} is taken by another program: choose another with --port, or --port 0 for any free one.`,
  portDenied: (port: number) =>
    `This user may not listen on port ${port}: choose one from 1024 with --port.`,
  foreignHost: (host: string) =>
    `${host} is no address of this machine: choose another with --host.`,
  unknownHost: (host: string) => `The name ${host} is not known: choose another with --host.`,
  cannotListen: (host: string, port: number, code: string) =>
    `Cannot listen on ${host}, port ${port} (${code}): choose others with --host and --port.`,
  badHost: (value: string) =>
    `"${value}" is not a host: give a name or an address, e.g. 127.0.0.1.`,
  badPort: (value: string) => `"${value}" is not a port: give a whole number from 0 to 65535.`,
  badToken:
    'The token must have 8 to 256 characters, only letters, digits and . _ ~ + / = - (leave it out to have one made).',
  tokenTwice: 'Give either --token or --no-token, not both.',
  cacheTwice: 'Give either --cache-folder or --no-cache, not both.',
  badCacheFolder: 'The option --cache-folder needs the name of a folder.',
  openToAll: (host: string) =>
    `--no-token is refused with --host ${host}: anyone on the network could read the logs.`,
  badOrigin: (value: string) =>
    `"${value}" is not an origin: give scheme, host and port only, e.g. https://logs.example.`,
  badInterval: (value: string) =>
    `"${value}" is not an interval: give whole milliseconds from 1 to 86400000.`,
  badRate: (value: string) =>
    `"${value}" is not a rate: give lines a second, above 0 and up to 1000000.`,
  badFormat: (value: string) =>
    `"${value}" is not a format: choose plain, json, logfmt, access or java.`,
  badLines: (value: string) => `"${value}" is not a number of lines: give a whole number from 1.`,
  intervalAndRate: 'Give either --interval or --rate, not both.',
  noFile: 'Name at least one log file, folder or pattern: rastro serve FILE...',
  noCommand: 'Say what to do: rastro serve FILE... or rastro generate (rastro --help tells more).',
  unknownOption: (name: string) => `There is no option ${name} (--help lists those there are).`,
  unknownCommand: (name: string) => `There is no command ${name} (--help lists those there are).`,
  missingValue: (option: string) => `The option ${option} needs a value.`,
  tooMany: 'There are more arguments than this command takes (--help shows it).',
  generating: (path: string) => `Writing lines to ${path} (Ctrl+C stops).`,
  cannotWrite: (path: string, code: string) =>
    `Cannot write ${path} (${code}${en.codes[code] ?? ''}): trying again every second.`,
  writesAgain: (path: string) => `Writing to ${path} again.`,
  generated: (lines: number) => `${lines} lines were written.`,
  codes: {
    ENOENT: ', its folder is missing',
    ENOSPC: ', the disk is full',
    EDQUOT: ', the quota is used up',
    EFBIG: ', the largest file size is reached',
    EACCES: ', permission denied',
    EPERM: ', permission denied',
    EROFS: ', the disk is read-only',
    EISDIR: ', it is a directory',
    NOT_A_FILE: ', it is not a regular file',
  } as Readonly<Record<string, string>>,
}

/** Every sentence of the command line, in one language. */
export type Sentences = typeof en

const ptBR: Sentences = {
  titles: {
    'Usage:': 'Uso:',
    'Options:': 'Opções:',
    'Commands:': 'Comandos:',
    'Arguments:': 'Argumentos:',
  },
  program: 'Visualizador de logs ao vivo: nada se perde, qualquer tamanho, na hora.',
  help: 'mostra esta ajuda',
  version: 'mostra a versão',
  helpCommand: 'mostra a ajuda de um comando',
  serve: 'serve logs, e a página para lê-los, por HTTP',
  serveFile:
    "log a acompanhar, que pode ainda não existir; ou uma pasta de logs, ou um padrão entre aspas ('logs/*.log'): no máximo 64 logs, os novos são encontrados, links dentro da pasta não são seguidos",
  host: 'endereço em que ouvir',
  port: 'porta em que ouvir; 0 usa uma livre',
  token:
    'token que toda requisição deve trazer (melhor: a variável RASTRO_TOKEN); sem ele, um é criado',
  noToken: 'deixa qualquer programa desta máquina ler; só em endereço de loopback',
  allowOrigin: 'outra origem que pode ler, p. ex. https://logs.example; pode ser repetida',
  cacheFolder:
    'pasta para os índices de logs grandes; sem a opção, fica na pasta de cache do usuário',
  noCache: 'não guarda índices: logs grandes são contados de novo a cada início',
  json: 'mostra o endereço como JSON: {"url", "pid", "token"}',
  generate: 'escreve um log realista, para haver o que ler',
  file: 'arquivo a que acrescentar',
  interval: 'milissegundos de uma linha à próxima',
  rate: 'linhas por segundo, em vez de um intervalo',
  format: 'plain, json, logfmt, access ou java',
  lines: 'para depois deste número de linhas',
  listening: (url) => `Rastro está ouvindo em ${url}`,
  plainHttp: (host) =>
    `ATENÇÃO: ${host} pode ser alcançado de outras máquinas, e HTTP puro não é cifrado: quem vê o tráfego lê os logs e o token. Prefira --host 127.0.0.1 atrás de um túnel SSH ou de um proxy HTTPS.`,
  waiting: (path) => `${path} ainda não existe: esperando por ele.`,
  unreadable: (path, code) => `${path} não pode ser lido (${code}): esperando até que possa.`,
  notAFile: (path) => `${path} não é um arquivo comum: esperando até que seja.`,
  directory: (path) => `${path} é um diretório: indique um arquivo de log.`,
  noLogsYet: (path) => `${path} ainda não tem logs: esperando por eles.`,
  moreLogs: (path, found, most) =>
    `${path} tem ${found} logs: são abertos os ${most} que receberam linhas por último.`,
  portTaken: (host, port) =>
    `A porta ${port} de ${host} está em uso por outro programa: escolha outra com --port, ou --port 0 para qualquer uma livre.`,
  portDenied: (port) =>
    `Este usuário não pode ouvir na porta ${port}: escolha uma a partir de 1024 com --port.`,
  foreignHost: (host) => `${host} não é um endereço desta máquina: escolha outro com --host.`,
  unknownHost: (host) => `O nome ${host} não é conhecido: escolha outro com --host.`,
  cannotListen: (host, port, code) =>
    `Não é possível ouvir em ${host}, porta ${port} (${code}): escolha outros com --host e --port.`,
  badHost: (value) => `"${value}" não é um host: dê um nome ou um endereço, p. ex. 127.0.0.1.`,
  badPort: (value) => `"${value}" não é uma porta: dê um número inteiro de 0 a 65535.`,
  badToken:
    'O token deve ter de 8 a 256 caracteres, só letras, dígitos e . _ ~ + / = - (sem a opção, um é criado).',
  tokenTwice: 'Use --token ou --no-token, não os dois.',
  cacheTwice: 'Use --cache-folder ou --no-cache, não os dois.',
  badCacheFolder: 'A opção --cache-folder precisa do nome de uma pasta.',
  openToAll: (host) =>
    `--no-token é recusado com --host ${host}: qualquer um na rede poderia ler os logs.`,
  badOrigin: (value) =>
    `"${value}" não é uma origem: dê só esquema, host e porta, p. ex. https://logs.example.`,
  badInterval: (value) =>
    `"${value}" não é um intervalo: dê milissegundos inteiros de 1 a 86400000.`,
  badRate: (value) => `"${value}" não é uma taxa: dê linhas por segundo, acima de 0 e até 1000000.`,
  badFormat: (value) => `"${value}" não é um formato: escolha plain, json, logfmt, access ou java.`,
  badLines: (value) => `"${value}" não é um número de linhas: dê um número inteiro a partir de 1.`,
  intervalAndRate: 'Use --interval ou --rate, não os dois.',
  noFile: 'Indique ao menos um arquivo de log, uma pasta ou um padrão: rastro serve FILE...',
  noCommand: 'Diga o que fazer: rastro serve FILE... ou rastro generate (veja rastro --help).',
  unknownOption: (name) => `Não há a opção ${name} (--help lista as que há).`,
  unknownCommand: (name) => `Não há o comando ${name} (--help lista os que há).`,
  missingValue: (option) => `A opção ${option} precisa de um valor.`,
  tooMany: 'Há mais argumentos do que este comando aceita (veja --help).',
  generating: (path) => `Escrevendo linhas em ${path} (Ctrl+C para).`,
  cannotWrite: (path, code) =>
    `Não é possível escrever ${path} (${code}${ptBR.codes[code] ?? ''}): nova tentativa a cada segundo.`,
  writesAgain: (path) => `Escrevendo em ${path} de novo.`,
  generated: (lines) => `${lines} linhas foram escritas.`,
  codes: {
    ENOENT: ', falta a pasta',
    ENOSPC: ', o disco está cheio',
    EDQUOT: ', a cota acabou',
    EFBIG: ', o tamanho máximo de arquivo foi atingido',
    EACCES: ', sem permissão',
    EPERM: ', sem permissão',
    EROFS: ', o disco é somente leitura',
    EISDIR: ', é um diretório',
    NOT_A_FILE: ', não é um arquivo comum',
  },
}

/** The catalogue of a language. */
export function sentencesIn(language: CliLanguage): Sentences {
  return language === 'pt-BR' ? ptBR : en
}
