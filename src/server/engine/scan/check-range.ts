/** Throws a RangeError unless `[from, to)` lies in a buffer of `size` bytes: the kernels do not look. */
export function checkRange(from: number, to: number, size: number): void {
  // Written so that NaN fails too.
  if (!(from >= 0 && from <= to && to <= size)) {
    throw new RangeError(
      `[${from}, ${to}) is no range of the ${size} bytes of the scanner's buffer.`,
    )
  }
}
