/** Numbers that only look random: the same seed gives the same run. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  /** One of `values`, which is not empty. */
  pick<T>(values: readonly [T, ...T[]]): T
}

/** A xorshift32 generator (Marsaglia 2003): three shifts a number, far from secure, enough for variety. */
export function createRandom(seed: number): Random {
  // Zero is the one state that it never leaves.
  let state = seed | 0 || 0x9e3779b9
  function below(limit: number): number {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
  return {
    below,
    pick: <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0],
  }
}
