/** What ASCII calls U+0000 to U+001F, in order. */
const NAMES =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  )

/** The pictures U+2400 to U+241F and U+2421, and the brackets around other code points. */
const SYMBOLS = /[\u2400-\u241f\u2421\u27e8\u27e9]/g

/**
 * How symbols are drawn, of as many characters as they have: hardly any face has the pictures of control
 * characters, and in those that stand in for it they look alike. Each is drawn, in a box, as the letter
 * that Control makes it of (`[` for Escape, `@` for NUL, `?` for DEL), the brackets as similar ones.
 */
export function drawnSymbols(symbols: string): string {
  return symbols.replace(SYMBOLS, (symbol) => {
    if (symbol === '\u27e8') return '\u2039'
    if (symbol === '\u27e9') return '\u203a'
    return symbol === '\u2421' ? '?' : String.fromCharCode(codeOf(symbol) + 0x40)
  })
}

/** Names that a tooltip tells at most: of a run of binary data more are not read. */
const MAX_NAMES = 8

/** What drawn symbols stand for, each once: `ESC (U+001B)`; empty where they say it themselves. */
export function symbolNames(symbols: string): string {
  const pictures = [...new Set(symbols.match(/[\u2400-\u241f\u2421]/g) ?? [])]
  const names = pictures.slice(0, MAX_NAMES).map((picture) => {
    const code = codeOf(picture)
    const digits = code.toString(16).toUpperCase().padStart(4, '0')
    return `${NAMES[code] ?? 'DEL'} (U+${digits})`
  })
  return names.join(', ') + (pictures.length > MAX_NAMES ? ', …' : '')
}

function codeOf(picture: string): number {
  return picture === '\u2421' ? 0x7f : picture.charCodeAt(0) - 0x2400
}
