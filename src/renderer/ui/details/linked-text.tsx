import type { ReactNode } from 'react'
import { findTokens } from '../../highlight/find-tokens.ts'
import { safeLink } from '../../structure/safe-link.ts'
import { LinkButton } from './link-button.tsx'

/** A text whose addresses can be opened. */
export function LinkedText({ text }: { readonly text: string }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { kind, from, to } of findTokens(text)) {
    const href = kind === 'url' ? safeLink(text.slice(from, to)) : null
    if (href === null) continue
    parts.push(text.slice(at, from))
    parts.push(<LinkButton key={from} href={href} text={text.slice(from, to)} />)
    at = to
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
