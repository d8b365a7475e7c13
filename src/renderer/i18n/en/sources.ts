/** The sources at the side, and the ways to open one. */
export const sources = {
  'sources.name': 'Sources',
  'sources.list': 'Opened logs',
  'sources.files': 'Files',
  'sources.remotes': 'Remote',
  'sources.generator': 'Generator',
  'sources.recents': 'Recent',
  'sources.none': 'No log is open.',
  'sources.close': 'Close {{name}}',
  'sources.forget': 'Remove {{name}} from the recent ones',

  'phase.away': 'out of reach',
  'phase.opening': 'opening',
  'phase.following': 'following',
  'phase.waiting': 'waiting',
  'phase.connecting': 'connecting',
  'phase.live': 'live',
  'phase.reconnecting': 'reconnecting',
  'phase.ended': 'ended',
  'phase.refused': 'refused',

  'connect.title': 'Connect to a stream',
  'connect.url': 'Address',
  'connect.help': 'A Rastro server, or any http or https address that sends text/event-stream.',
  'connect.recents': 'Recent addresses',
  'connect.submit': 'Connect',
  'connect.busy': 'Connecting…',
  'connect.empty': 'Type an address.',

  'open.title': 'Open a log',
  'open.help': 'These are the logs that the server was started with.',
  'open.none':
    'The server was started without files. Start it again with “rastro serve FILE”, or connect to a stream.',
  'open.list': 'Logs of the server',

  'drop.app': 'Drop to open',
  'drop.browser': 'A browser cannot follow a file of this computer',
  'drop.browser.text': 'Drop it onto the Rastro app, or start the server with it.',
} as const
