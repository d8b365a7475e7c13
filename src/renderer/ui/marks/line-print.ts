import type { LineText } from '../../../shared/protocol.ts'

/**
 * A fingerprint of a line: the length of all of it and a hash of the text that the page has of it. 32
 * bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) from either end tell the lines of a log
 * apart well enough to find one again; nobody relies on it who must not be fooled.
 */
export function linePrint({ text, bytes }: Pick<LineText, 'text' | 'bytes'>): string {
  let forward = 0x811c9dc5
  let backward = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    forward = Math.imul(forward ^ text.charCodeAt(at), 0x01000193)
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - at), 0x01000193)
  }
  return `${bytes}-${(forward >>> 0).toString(36)}-${(backward >>> 0).toString(36)}`
}
