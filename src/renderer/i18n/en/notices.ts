/** Notices, and the page that stopped. */
export const notices = {
  'notice.name': 'Notices',
  'notice.close': 'Dismiss',
  'notice.generatorFailed': 'The generator could not write',
  'notice.generatorFailed.text': '{{path}}: {{code}}.',
  'notice.generatorRefused': 'The generator could not be switched',
  'notice.connectFailed': 'The stream could not be connected',
  'notice.closeFailed': 'The log could not be closed',
  'notice.encodingFailed': 'The encoding could not be changed',
  'notice.openFailed': 'The file could not be opened',
  'notice.nothingOpened': 'Nothing was opened',
  'notice.nothingOpened.text': 'Only files can be opened: a folder or a link to a page cannot.',
  'notice.dropInBrowser': 'A browser cannot follow a file of this computer',
  'notice.dropInBrowser.text':
    'Start the server with it (“rastro serve FILE”), or drop it onto the Rastro app.',
  'notice.unexpected': 'Something unexpected happened',
  'notice.unexpected.text': '{{detail}} You can go on; reload the page if something looks wrong.',

  'crash.title': 'The page stopped',
  'crash.text': 'Nothing in the log is lost. Reload the page to go on.',
  'crash.reload': 'Reload',
} as const
