/** The lines, the marks between them, and what stands in their place. */
export const stage = {
  'stage.name': 'Log',
  'stage.lines': 'Lines of {{name}}',

  'line.openLink': '{{key}}+click opens the address',
  'line.cut': '… +{{bytes}}',
  'line.openCut': '… +{{bytes}}: show the whole line',

  'mark.rotated': 'Rotated at {{time}}',
  'mark.truncated': 'Truncated at {{time}}',
  'mark.gone': 'File gone at {{time}}',
  'mark.back': 'File back at {{time}}',
  'mark.gap': 'Lost: {{what}}',
  'mark.gapUnknown': 'Lines are missing here',

  'empty.noLog.title': 'No log yet',
  'empty.noLog.text': 'Open a file, or connect to the stream of another machine.',
  'empty.noLog.textBrowser':
    'This server was started without files. Connect to a stream, or start it again with “rastro serve FILE”.',
  'empty.noLog.generator':
    'Nothing at hand? Read Logs turns on the generator, which writes a log to look at.',
  'empty.unread.title': 'Press Read Logs',
  'empty.unread.text': '{{name}} is chosen. Reading starts when you press the button.',
  'empty.loading.title': 'Opening…',
  'empty.loading.text': 'Reading the first lines.',
  'empty.waiting.title': 'Waiting for the file',
  'empty.waiting.text': '{{reason}} Its lines appear here as soon as it can be read.',
  'empty.file.title': 'The file is empty',
  'empty.file.text': 'New lines appear here as they are written.',
  'empty.filtered.title': 'No line passes the filter',
  'empty.filtered.text_one':
    '{{count, number}} line is hidden. A new one that passes appears here.',
  'empty.filtered.text_other':
    '{{count, number}} lines are hidden. New ones that pass appear here.',
  'empty.remote.title': 'No lines yet',
  'empty.remote.live': 'The stream is open and has sent nothing so far.',
  'empty.remote.ended': 'The stream ended without sending a line.',
  'empty.connecting.title': 'Connecting…',
  'empty.connecting.text': 'The stream has not answered yet.',
  'empty.reconnecting.title': 'The stream cannot be reached',
  'empty.refused.title': 'The stream refused',
  'empty.server.title': 'Rastro’s server does not answer',
  'empty.server.refused': 'Rastro’s server does not let this page in',
  'empty.server.text': 'It is asked again by itself; nothing in the file is lost.',
} as const
