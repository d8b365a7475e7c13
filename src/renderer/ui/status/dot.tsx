import type { Tone } from './tone.ts'

/** The dot of a state; words beside it say the same. */
export function Dot({ tone }: { readonly tone: Tone }) {
  return <span className="dot" data-tone={tone} aria-hidden />
}
