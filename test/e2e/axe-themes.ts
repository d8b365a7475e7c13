/** What a system may ask for. */
export const THEMES = [
  ['light', 'no-preference'],
  ['dark', 'no-preference'],
  ['dark', 'more'],
] as const

/** Names, roles and structure are the same in every theme: only the first one looks at all rules. */
export const rulesIn = (theme: 'light' | 'dark') =>
  theme === 'light' ? undefined : ['color-contrast']
