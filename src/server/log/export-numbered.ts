import { exportLongLine } from './export-long-line.ts'
import type { ExportLine, ExportPiece } from './export-piece.ts'
import type { ExportSource } from './export-source.ts'

/** Lines that were read together, as pieces: those that were cut are read again in parts. */
export async function* exportNumbered(
  source: ExportSource,
  lines: readonly (ExportLine & { readonly cut: boolean })[],
  signal: AbortSignal,
): AsyncGenerator<ExportPiece, void> {
  let whole: ExportLine[] = []
  for (const { line, text, cut } of lines) {
    if (!cut || line === null) {
      whole.push({ line, text })
      continue
    }
    if (whole.length > 0) yield { kind: 'lines', lines: whole }
    whole = []
    yield* exportLongLine(source, line, signal)
  }
  if (whole.length > 0) yield { kind: 'lines', lines: whole }
}
