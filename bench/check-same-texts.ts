/** Throws a sentence with the first difference unless both are the same lines. */
export function checkSameTexts(
  what: string,
  ours: readonly string[],
  theirs: readonly string[],
): void {
  const length = Math.max(ours.length, theirs.length)
  for (let at = 0; at < length; at++) {
    if (ours[at] === theirs[at]) continue
    throw new Error(
      `${what}: line ${at} of ${theirs.length} is ${shown(ours[at])} and ought to be ${shown(theirs[at])}.`,
    )
  }
}

function shown(text: string | undefined): string {
  return text === undefined ? 'missing' : JSON.stringify(text.slice(0, 200))
}
