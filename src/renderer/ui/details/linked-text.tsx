import type { ReactNode } from 'react'
import { findLinks } from '../../structure/find-links.ts'
import { LinkButton } from './link-button.tsx'

/** A text whose addresses can be opened. */
export function LinkedText({ text }: { readonly text: string }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to, href } of findLinks(text)) {
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
