import type { Session } from '../../data/session.ts'
import type { Link } from '../../list/links.ts'
import { plainText } from '../../list/style-line.ts'
import { findLinks } from '../../structure/find-links.ts'
import type { ActiveLine } from './active-line.ts'
import { lineText } from './entry-text.ts'

/** Where the addresses of a line lead, each once, in its order; null when the line is gone. */
export async function linksOfLine(
  session: Session,
  line: ActiveLine,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const whole = await lineText(session, line, signal)
  if (whole === null) return null
  const [text = ''] = whole.lines.map(plainText)
  const isWhole = ({ to }: Link) => to < text.length || !whole.isCut
  return [
    ...new Set(
      findLinks(text)
        .filter(isWhole)
        .map(({ href }) => href),
    ),
  ]
}
