/** A piece of a terminal's output: text, or a change of colours (SGR) with its parameters. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sgr'; readonly parameters: string }

/**
 * Escape sequences of ECMA-48 (https://ecma-international.org/publications-and-standards/standards/ecma-48/):
 * - control strings (OSC, DCS, SOS, PM, APC) up to their terminator; one without a terminator loses
 *   only its two characters, because what follows may be the log's own text;
 * - control sequences (`ESC [` or C1 CSI), whole or cut off by the end of the line;
 * - the other escapes of two or more characters.
 * Every alternative stops at the next ESC or C1 introducer, so the time is linear in the length.
 */
const SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9b-\x9f]*(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)(?<parameters>[0-?]*)(?<rest>[ -/]*(?:[@-~]|$))|\x1b[ -/]*[0-~]/g

/** Splits a line into its text and its SGR sequences; all other sequences are left out. */
export function splitEscapes(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const addText = (to: number) => {
    if (to > at) pieces.push({ kind: 'text', text: line.slice(at, to) })
  }
  for (const match of line.matchAll(SEQUENCE)) {
    addText(match.index)
    at = match.index + match[0].length
    const { parameters = '', rest } = match.groups ?? {}
    if (rest === 'm' && /^[\d;:]*$/.test(parameters)) {
      pieces.push({ kind: 'sgr', parameters: withSemicolons(parameters) })
    }
  }
  addText(line.length)
  return pieces
}

/**
 * Sub-parameters (ITU-T T.416: `38:2::R:G:B`, `38:5:N`, `4:3`) in the older form with semicolons
 * (`38;2;R;G;B`, `38;5;N`, `4`), which is the one that every decoder reads.
 */
function withSemicolons(parameters: string): string {
  return parameters
    .split(';')
    .map((parameter) => {
      const [code, mode, ...values] = parameter.split(':')
      if (mode === undefined) return parameter
      if (code !== '38' && code !== '48') return mode === '0' ? `2${code}` : code
      return [code, mode, ...(mode === '2' ? values.slice(-3) : values.slice(0, 1))].join(';')
    })
    .join(';')
}
