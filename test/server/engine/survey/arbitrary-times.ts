import fc from 'fast-check'

const LEVEL_WORDS = ['FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', '']

/** A line with a time near the start of 2024 in the first word, and a level. */
const timedLine = fc
  .tuple(fc.nat(100_000), fc.constantFrom(...LEVEL_WORDS), fc.nat(200))
  .map(([second, level, length]) => {
    const time = new Date(Date.UTC(2024, 0, 1) + second * 1000).toISOString()
    return `${time} ${level} ${'x'.repeat(length)}`
  })

const otherLine = fc.constantFrom(
  '',
  '\tat com.example.App',
  'no level',
  'é ERROR \u20ac',
  '\0\0 WARN',
)

const longLine = fc.nat(300_000).map((length) => `2024-01-05 00:00:00 WARN ${'y'.repeat(length)}`)

/** A log with times in the `iso` notation, from empty to some blocks. */
export const logText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 20, arbitrary: timedLine },
        { weight: 5, arbitrary: otherLine },
        { weight: 1, arbitrary: longLine },
      ),
      { maxLength: 60 },
    ),
    fc.nat(40),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([lines, times, ending, finished]) => {
    const text = lines.map((line) => line + ending).join('')
    return `${text.repeat(Math.min(times, 1 + Math.floor(600_000 / (text.length + 1))))}${finished ? '' : 'INFO rest'}`
  })
