/**
 * Lines of one run in order, as positions in the scanner's buffer. Kept and filled again for each
 * run, so that nothing is allocated where every byte of a log passes.
 */
export class LineList {
  count = 0
  #starts = new Uint32Array(1024)
  #ends = new Uint32Array(1024)

  /** Where each line starts. Another array once lines have been added. */
  get starts(): Uint32Array {
    return this.#starts
  }

  /** After each line and its ending. */
  get ends(): Uint32Array {
    return this.#ends
  }

  clear(): void {
    this.count = 0
  }

  push(start: number, end: number): void {
    if (this.count === this.#starts.length) this.#grow(this.count + 1)
    this.#starts[this.count] = start
    this.#ends[this.count] = end
    this.count++
  }

  /** Adds the first `count` lines of two arrays. */
  append(starts: Uint32Array, ends: Uint32Array, count: number): void {
    if (this.count + count > this.#starts.length) this.#grow(this.count + count)
    this.#starts.set(starts.subarray(0, count), this.count)
    this.#ends.set(ends.subarray(0, count), this.count)
    this.count += count
  }

  copy(other: LineList): void {
    this.count = 0
    this.append(other.starts, other.ends, other.count)
  }

  /** Keeps the lines that the other list has (or has not, when `has` is false) too. */
  keep(other: LineList, has: boolean): void {
    const theirs = other.starts
    let at = 0
    let kept = 0
    for (let line = 0; line < this.count; line++) {
      const start = this.#starts[line] ?? 0
      while (at < other.count && (theirs[at] ?? 0) < start) at++
      const found = at < other.count && theirs[at] === start
      if (found === has) this.#keepAt(kept++, line)
    }
    this.count = kept
  }

  /** Keeps the lines for which `test` answers `wanted`. */
  keepWhere(test: (start: number, end: number) => boolean, wanted: boolean): void {
    let kept = 0
    for (let line = 0; line < this.count; line++) {
      const matches = test(this.#starts[line] ?? 0, this.#ends[line] ?? 0)
      if (matches === wanted) this.#keepAt(kept++, line)
    }
    this.count = kept
  }

  /** Fills this list with the lines of either, each once. Neither may be this list. */
  unite(one: LineList, other: LineList): void {
    this.count = 0
    let at = 0
    for (let line = 0; line < one.count; line++) {
      const start = one.starts[line] ?? 0
      at = this.#take(other, at, start)
      if (at < other.count && other.starts[at] === start) at++
      this.push(start, one.ends[line] ?? 0)
    }
    this.#take(other, at, Number.POSITIVE_INFINITY)
  }

  /** Adds the lines of `other` from the one at `at` on that start before `start`; answers the next one. */
  #take(other: LineList, at: number, start: number): number {
    let next = at
    while (next < other.count && (other.starts[next] ?? 0) < start) {
      this.push(other.starts[next] ?? 0, other.ends[next] ?? 0)
      next++
    }
    return next
  }

  #keepAt(place: number, line: number): void {
    this.#starts[place] = this.#starts[line] ?? 0
    this.#ends[place] = this.#ends[line] ?? 0
  }

  #grow(lines: number): void {
    const length = Math.max(lines, this.#starts.length * 2)
    const starts = new Uint32Array(length)
    const ends = new Uint32Array(length)
    starts.set(this.#starts.subarray(0, this.count))
    ends.set(this.#ends.subarray(0, this.count))
    this.#starts = starts
    this.#ends = ends
  }
}
