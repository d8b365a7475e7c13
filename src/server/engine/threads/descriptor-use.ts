/** Counts which descriptors threads may be reading from, for those who want to close one. */
export class DescriptorUse {
  readonly #uses = new Map<number, number>()
  readonly #waiting = new Map<number, (() => void)[]>()

  /** A thread may read from `fd` until {@link DescriptorUse.leave}. */
  enter(fd: number): void {
    this.#uses.set(fd, (this.#uses.get(fd) ?? 0) + 1)
  }

  leave(fd: number): void {
    const left = (this.#uses.get(fd) ?? 0) - 1
    if (left > 0) {
      this.#uses.set(fd, left)
      return
    }
    this.#uses.delete(fd)
    const waiting = this.#waiting.get(fd) ?? []
    this.#waiting.delete(fd)
    for (const resolve of waiting) resolve()
  }

  /** Resolves when no thread reads from `fd` any more. */
  unused(fd: number): Promise<void> {
    if (!this.#uses.has(fd)) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.set(fd, [...(this.#waiting.get(fd) ?? []), resolve])
    })
  }
}
