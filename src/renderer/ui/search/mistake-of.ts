/** The mistakes in patterns that the page has sentences for. */
export const MISTAKES = [
  'group',
  'class',
  'close',
  'repeat',
  'escape',
  'end',
  'braces',
  'range',
  'kind',
  'name',
] as const
export type Mistake = (typeof MISTAKES)[number]

/** What the parser of patterns says, in English, by the beginning of its message. */
const MESSAGES: readonly (readonly [beginning: string, mistake: Mistake])[] = [
  ['Unterminated group', 'group'],
  ['Unterminated character class', 'class'],
  ["Unmatched ')'", 'close'],
  ['Nothing to repeat', 'repeat'],
  ['\\ at end of pattern', 'end'],
  ['Invalid escape', 'escape'],
  ['Invalid unicode escape', 'escape'],
  ['Invalid Unicode escape', 'escape'],
  ['Invalid property name', 'escape'],
  ['Lone quantifier brackets', 'braces'],
  ['Incomplete quantifier', 'braces'],
  ['numbers out of order in {} quantifier', 'braces'],
  ['Range out of order in character class', 'range'],
  ['Invalid group', 'kind'],
  ['Invalid capture group name', 'name'],
  ['Duplicate capture group name', 'name'],
  ['Invalid named', 'name'],
]

/** Mistakes that the parser knows of only behind what makes them: that stands before its place. */
const BEHIND: ReadonlySet<Mistake> = new Set(['repeat', 'braces', 'range', 'name'])

/** Where to look for the mistake of which the parser says that it is at `at`. */
export function placeOfMistake(mistake: Mistake | null, at: number): number {
  return mistake !== null && BEHIND.has(mistake) ? Math.max(0, at - 1) : at
}

/** Which mistake a message of the parser tells; null for one that is told as it is. */
export function mistakeOf(message: string): Mistake | null {
  return MESSAGES.find(([beginning]) => message.startsWith(beginning))?.[1] ?? null
}
