import { findTokens } from '../../highlight/find-tokens.ts'
import { createSyntaxPainter } from '../../highlight/syntax-painter.ts'
import type { Span } from '../../list/span.ts'
import { plainText, styleLine } from '../../list/style-line.ts'
import { safeLink } from '../../structure/safe-link.ts'
import { LinkButton } from './link-button.tsx'

const painter = createSyntaxPainter()

/** A line as the list draws it, with its level and its own colours; its addresses can be opened. */
export function LineSpans({ raw }: { readonly raw: string }) {
  const { spans, level } = styleLine(raw, painter)
  const plain = plainText(raw)
  const urls = new Set(
    findTokens(plain).flatMap(({ kind, from, to }) =>
      kind === 'url' ? plain.slice(from, to) : [],
    ),
  )
  const parts = spans.map((span, index) => {
    // A part of an address is another address.
    const href = urls.has(span.text) ? safeLink(span.text) : null
    return href === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other name than their place
      <SpanText key={index} span={span} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <LinkButton key={index} href={href} text={span.text} />
    )
  })
  return <div className={`line-details-line level-${level}`}>{parts}</div>
}

function SpanText({ span: { kind, text, style, paint } }: { readonly span: Span }) {
  const classes = [kind === 'text' ? '' : `log-row-${kind}`, paint ?? '', ...(style?.classes ?? [])]
  const className = classes.filter((name) => name !== '').join(' ')
  if (className === '' && style === null) return text
  return (
    <span
      className={className}
      style={{
        ...(style?.color && { color: style.color }),
        ...(style?.background && { backgroundColor: style.background }),
      }}
    >
      {text}
    </span>
  )
}
