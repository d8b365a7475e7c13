import { memo, useSyncExternalStore } from 'react'
import { createSyntaxPainter } from '../../highlight/syntax-painter.ts'
import { clipColumns } from '../../list/clip-columns.ts'
import { drawnSymbols, symbolNames } from '../../list/drawn-symbols.ts'
import type { Link } from '../../list/links.ts'
import type { Paint } from '../../list/painter.ts'
import type { Span } from '../../list/span.ts'
import { plainText, styleLine } from '../../list/style-line.ts'
import { findLinks } from '../../structure/find-links.ts'
import { usePage } from '../page/page-context.ts'
import { LinkButton } from './link-button.tsx'

/** Characters of one line that are shown here: laying out a mebibyte takes the browser a second. */
export const MAX_SHOWN = 64 * 1024

const syntax = createSyntaxPainter()

/**
 * A line as the list draws it, with its level, its own colours and those of the page; its addresses can be
 * opened, for which they are found also where the list does not colour them.
 */
export const LineSpans = memo(function LineSpans({ raw }: { readonly raw: string }) {
  const { painters } = usePage()
  const own = useSyncExternalStore(painters.subscribe, painters.get)
  const shown = clipColumns(raw, MAX_SHOWN)
  const plain = plainText(shown)
  const links = findLinks(plain).filter(({ to }) => to < plain.length || shown === raw)
  const { spans, level } = styleLine(shown, {
    key: own.key,
    paint: (line) => [...syntax.paint(line), ...links.map(paintOf), ...own.paint(line)],
  })
  const hrefs = new Map(links.map(({ from, to, href }) => [plain.slice(from, to), href]))
  const parts = spans.map((span, index) => {
    // A part of an address is another address.
    const href = hrefs.get(span.text)
    return href === undefined ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other name than their place
      <SpanText key={index} span={span} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <LinkButton key={index} href={href} text={span.text} />
    )
  })
  return <div className={`line-details-line level-${level}`}>{parts}</div>
})

function paintOf({ from, to }: Link): Paint {
  return { from, to, className: 'token-url' }
}

function SpanText({ span: { kind, text, style, paint } }: { readonly span: Span }) {
  const classes = [kind === 'text' ? '' : `log-row-${kind}`, paint ?? '', ...(style?.classes ?? [])]
  const className = classes.filter((name) => name !== '').join(' ')
  if (className === '' && style === null) return text
  const isSymbol = kind === 'symbol'
  return (
    <span
      className={className}
      {...(isSymbol && { 'data-drawn': drawnSymbols(text), title: symbolNames(text) })}
      style={{
        ...(style?.color && { color: style.color }),
        ...(style?.background && { backgroundColor: style.background }),
      }}
    >
      {isSymbol ? <span className="log-row-symbol-text">{text}</span> : text}
    </span>
  )
}
