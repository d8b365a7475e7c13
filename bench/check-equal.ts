/** Throws a sentence unless both are the same. */
export function checkEqual(what: string, ours: number, theirs: number): void {
  if (ours !== theirs) throw new Error(`${what}: ${ours} came out and ought to be ${theirs}.`)
}
