/** File systems take names of 255 bytes; a character has at most three in UTF-16 units of one. */
const MAX_NAME_LENGTH = 80

/**
 * A file name for a download, from the name of a log: what separates folders, cannot be printed or
 * turns the reading direction becomes `_`, and the end is kept, where the extension stands.
 */
export function downloadName(name: string): string {
  const safe = name.replace(/[\p{C}\p{Z}/\\:*?"<>|]/gu, (found) => (found === ' ' ? ' ' : '_'))
  const end = safe.slice(-MAX_NAME_LENGTH).trim()
  return end === '' || /^\.+$/.test(end) ? 'log.txt' : end
}
