/** Tabs, several logs, folders and the split view. */
export const logs = {
  'kept.broken': 'Part of what was kept could not be read',
  'kept.broken.text': 'It was put aside, and Rastro goes on without it.',
  'kept.unkept': 'Nothing can be kept here',
  'kept.unkept.text': 'What you change holds until the page is closed: its storage is full or off.',
} as const
