/** Tabs, several logs, folders and the split view. */
export const logs = {
  'kept.broken': 'Part of what was kept could not be read',
  'kept.broken.text': 'It was put aside, and Rastro goes on without it.',
  'kept.unkept': 'Nothing can be kept here',
  'kept.unkept.text': 'What you change holds until the page is closed: its storage is full or off.',

  'tabs.region': 'Open logs',
  'tabs.name': 'Logs',
  'tabs.group': 'Logs',
  'tabs.closeTab': 'Close {{name}}',
  'tabs.next': 'Next log',
  'tabs.previous': 'Previous log',
  'tabs.moveForward': 'Move the log’s tab forward',
  'tabs.moveBack': 'Move the log’s tab back',
  'tabs.close': 'Close the log',
  'tabs.go': 'Log {{number}}',
  'tabs.openFolder': 'Open folder…',
  'news.lines': 'new lines',
  'news.errors_one': '{{count, number}} new error',
  'news.errors_other': '{{count, number}} new errors',
} as const
