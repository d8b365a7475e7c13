/**
 * Cuts a long name in two, so that the layout may elide the first part and keep the second whole:
 * the end of a path tells logs apart. Cuts between code points, never inside of one.
 */
export function elideMiddle(name: string, keptEnd: number): { head: string; tail: string } {
  const points = Array.from(name)
  if (points.length <= keptEnd) return { head: '', tail: name }
  return { head: points.slice(0, -keptEnd).join(''), tail: points.slice(-keptEnd).join('') }
}
