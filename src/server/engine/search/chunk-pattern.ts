import { type AST, visitRegExpAST } from '@eslint-community/regexpp'
import type { ParsedPattern } from './parse-pattern.ts'

/**
 * The pattern in such a form that, with the flags `gm`, it finds in a run of lines what the pattern
 * finds in each line alone: whatever could take a line feed takes all but that. So no match passes
 * an end of line, no assertion sees the next line, and a match in the run is one in its line and the
 * other way round, as long as the run has no other line terminators (CR, U+2028, U+2029), at which
 * `^` and `$` match with the flag `m`. Null when the pattern has modifiers, which change such things
 * in the middle.
 */
export function chunkPattern({ source, syntax }: ParsedPattern, flags: string): string | null {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = []
  let modified = false
  let insideClass = 0
  visitRegExpAST(syntax, {
    onModifiersEnter() {
      modified = true
    },
    onCharacterClassEnter(node) {
      insideClass++
      if (insideClass > 1 || !takesLineFeed(node, flags)) return
      const { start, end, raw } = node
      // A hyphen that came first would make a range of the line feed.
      const members = raw.slice(2).replace(/^-/, '\\-')
      const text = node.negate ? `[^\\n${members}` : `(?:(?!\\n)${raw})`
      edits.push({ start, end, text })
    },
    onCharacterClassLeave() {
      insideClass--
    },
    onCharacterSetEnter(node) {
      if (insideClass > 0 || node.kind === 'any' || !takesLineFeed(node, flags)) return
      edits.push({ start: node.start, end: node.end, text: withoutLineFeed(node) })
    },
    onCharacterEnter({ value, start, end }) {
      // A class without members matches nothing.
      if (insideClass === 0 && value === 0x0a) edits.push({ start, end, text: '[]' })
    },
  })
  if (modified) return null
  let text = ''
  let copied = 0
  for (const edit of edits) {
    text += source.slice(copied, edit.start) + edit.text
    copied = edit.end
  }
  return text + source.slice(copied)
}

/** A class where one can say it: a look ahead at each character takes longer. */
function withoutLineFeed({ kind, raw }: AST.CharacterSet): string {
  if (kind === 'property' || kind === 'any') return `(?:(?!\\n)${raw})`
  return `[^${raw.toUpperCase() === raw ? raw.toLowerCase() : raw.toUpperCase()}\\n]`
}

/** Whether every alternative begins with `^`: a line alone is refused at once, a run at each character. */
export function isAnchored({ syntax }: ParsedPattern): boolean {
  return syntax.alternatives.every(({ elements: [first] }) => {
    return first?.type === 'Assertion' && first.kind === 'start'
  })
}

function takesLineFeed({ raw }: AST.CharacterClass | AST.CharacterSet, flags: string): boolean {
  return new RegExp(`^${raw}$`, flags).test('\n')
}
