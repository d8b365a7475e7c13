/** Throws a sentence with the first difference unless both lists hold the same numbers in the same order. */
export function checkSameNumbers(
  what: string,
  ours: readonly number[],
  theirs: readonly number[],
): void {
  const length = Math.max(ours.length, theirs.length)
  for (let at = 0; at < length; at++) {
    if (ours[at] === theirs[at]) continue
    throw new Error(
      `${what}: number ${at} is ${ours[at] ?? 'missing'} and ought to be ${theirs[at] ?? 'missing'} (${ours.length} of ${theirs.length}).`,
    )
  }
}
