/** Keys and what they do. */
export const shortcuts = {
  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.inList': 'in the lines',
  'shortcuts.read': 'Read Logs or Stop',
  'shortcuts.pause': 'Pause or continue',
  'shortcuts.open': 'Open File…',
  'shortcuts.connect': 'Connect URL…',
  'shortcuts.follow': 'Follow the end on or off',
  'shortcuts.start': 'Go to start',
  'shortcuts.end': 'Go to end',
  'shortcuts.goTo': 'Go to line or time…',
  'shortcuts.openLine': 'Show the whole line',
  'shortcuts.help': 'Keyboard shortcuts',
  'shortcuts.or': 'or',

  'key.space': 'Space',
} as const
