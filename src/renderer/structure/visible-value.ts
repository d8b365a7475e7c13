import { plainText } from '../list/style-line.ts'

/** A value as it may be shown: JSON can say line feeds, which stay, and all that must not act. */
export function visibleValue(value: string): string {
  return value.split('\n').map(plainText).join('\n')
}
