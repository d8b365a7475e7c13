import { isErrorLevel, LEVELS } from '../../shared/level.ts'
import type { Engine } from '../engine/engine.ts'
import type { Generation } from '../follow/generation.ts'

/**
 * Counts the lines at level error or fatal in `[from, to)` of a generation, both line starts, in the
 * engine's threads; `onErrors` gets what is found, piece by piece. Rejects as the engine does, with
 * BytesGone when the file is not what it was.
 */
export async function countErrors(
  engine: Engine,
  { engineFile: file }: Generation,
  { from, to }: { readonly from: number; readonly to: number },
  onErrors: (errors: number) => void,
): Promise<void> {
  if (file === null) return
  const range = { from, to, end: to, lineStart: true }
  await engine.run(
    'survey',
    { file, format: null, ...range },
    {
      onPiece: ({ levels }) => {
        let errors = 0
        for (const [at, count] of levels.entries()) {
          if (isErrorLevel(LEVELS[at % LEVELS.length] ?? 'none')) errors += count
        }
        onErrors(errors)
      },
    },
  )
}
