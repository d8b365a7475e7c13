const LEVELS = ['INFO', 'INFO', 'INFO', 'DEBUG', 'WARN', 'ERROR']
const WORDS = ['timeout', 'connected', 'é aberto', 'user=42', 'Exception', 'retry', '日本', 'id']

/** `count` lines as logs have them, always the same for the same seed; some are empty, some long. */
export function mixedLines(count: number, seed = 1): string[] {
  let state = seed
  const next = (below: number): number => {
    // The generator of Numerical Recipes: good enough to mix lines.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: count }, (_, at) => {
    if (next(50) === 0) return ''
    const words = Array.from({ length: next(12) }, () => WORDS[next(WORDS.length)])
    const tail = next(400) === 0 ? 'x'.repeat(next(200_000)) : ''
    return `2026-01-01T00:00:00.${at} ${LEVELS[next(LEVELS.length)]} ${words.join(' ')}${tail}`
  })
}
