/** Runs a task to its end in the test's own thread. */
export function runTask<Piece, Result>(
  run: Generator<Piece | null, Result, void>,
): { readonly pieces: readonly Piece[]; readonly result: Result } {
  const pieces: Piece[] = []
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return { pieces, result: step.value }
    if (step.value !== null) pieces.push(step.value)
  }
}
