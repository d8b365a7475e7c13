/** Whether a UTF-16 unit belongs to a word: ASCII letters, digits, `_`, and letters of all scripts. */
export function isWord(code: number): boolean {
  if (code < 0x80) return WORD[code] === 1
  // Emoji and other symbols are surrogates; letters among them are rare.
  if (code >= 0xd800 && code < 0xe000) return false
  // U+2000 to U+2BFF: dashes, quotes, arrows, box drawing; U+3000 to U+303F: punctuation of CJK.
  return code >= 0xc0 && !(code >= 0x2000 && code < 0x2c00) && !(code >= 0x3000 && code < 0x3040)
}

const WORD = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
)
