/** `count` lines that are all different: `<tag> 0`, `<tag> 1`, … */
export function numberedLines(tag: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${tag} ${at}`)
}

/** The same as the bytes of a file. */
export function asText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
