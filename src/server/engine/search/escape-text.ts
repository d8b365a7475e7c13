/** The source of a pattern, for the flag `u`, that matches these characters as they are. */
export function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
