import { isWord } from '../highlight/is-word.ts'
import { readUrl } from '../highlight/read-url.ts'
import type { Link } from '../list/links.ts'
import { hasSymbol } from '../list/visible-symbols.ts'
import { safeLink } from './safe-link.ts'

const BEGINNING = /https?:\/\//gi

/** `&` as JSON of Go and others writes it, and what follows: the address goes on. */
const ESCAPED = /(?:\\u0026[^\s"'`<>{}|\\^]*)+/y

/**
 * The addresses of a text that may be opened, in order and apart from each other. One that holds a symbol
 * of ours is none, since it leads not where it seems to, nor is one that was cut. In linear time.
 */
export function findLinks(text: string): readonly Link[] {
  const links: Link[] = []
  let end = 0
  for (const { index: from } of text.matchAll(BEGINNING)) {
    if (from < end || (from > 0 && isWord(text.charCodeAt(from - 1)))) continue
    const to = endOf(text, from)
    if (to === -1) continue
    end = to
    const written = text.slice(from, to)
    const isFalse = hasSymbol(written) || written.endsWith('…')
    const href = isFalse ? null : safeLink(written.replaceAll('\\u0026', '&'))
    if (href !== null) links.push({ from, to, href })
  }
  return links
}

function endOf(text: string, from: number): number {
  const end = readUrl(text, from)
  ESCAPED.lastIndex = end
  return end !== -1 && ESCAPED.test(text) ? ESCAPED.lastIndex : end
}
