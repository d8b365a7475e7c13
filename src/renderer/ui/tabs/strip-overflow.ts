/** On which sides a strip has more than it shows. */
export type StripOverflow = 'none' | 'start' | 'end' | 'both'

/** Where a strip stands and how much of it is seen, as the browser tells it, in CSS pixels. */
export interface StripPlace {
  readonly scrollLeft: number
  readonly scrollWidth: number
  readonly clientWidth: number
}

/** Less than a pixel is the browser's rounding, not a tab. */
const LEAST_PX = 1

export function stripOverflow({ scrollLeft, scrollWidth, clientWidth }: StripPlace): StripOverflow {
  const isBefore = scrollLeft >= LEAST_PX
  const isBehind = scrollWidth - clientWidth - scrollLeft >= LEAST_PX
  if (isBefore) return isBehind ? 'both' : 'start'
  return isBehind ? 'end' : 'none'
}
