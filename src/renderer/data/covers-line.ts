import type { Fold } from './page-state.ts'
import type { Splice } from './splices.ts'

/** Whether the line belongs to the entry of a splice; its head does too. */
export function coversLine(
  { line: first, insert, remove }: Splice,
  line: number,
  kind: Fold['kind'],
): boolean {
  if (kind === 'heads') return line >= first - 1 && line < first + insert
  return line === first - 1 || (line >= first && line < first + remove)
}
