/** The palette, shortcuts and the look of the page. */
export const commands = {
  'commands.reading': 'Reading',
  'commands.opening': 'Opening',
  'commands.moving': 'Moving',
  'commands.page': 'Page',
  'commands.generator': 'Turn the log generator on or off',
} as const
