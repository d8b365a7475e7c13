import fc from 'fast-check'

/**
 * What patterns and logs of these tests are made of: few letters, so that they often meet; those that
 * fold to others (s, k and their look-alikes), ends of line, holes, halves of what is one elsewhere.
 */
export const LETTERS = [
  'a',
  'b',
  's',
  'S',
  'k',
  'K',
  'é',
  'É',
  'ſ',
  '\u212a',
  '€',
  '😀',
  '_',
  '1',
  ' ',
]

const atom: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...LETTERS) },
  { weight: 2, arbitrary: fc.constantFrom('ab', 'sk', 'abk', 'ERROR') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '.',
      '\\s',
      '\\S',
      '\\w',
      '\\W',
      '\\d',
      '\\D',
      '\\n',
      '\\r',
      '\\x00',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '[ab]',
      '[a-c]',
      '[^a]',
      '[^\\s]',
      '[\\s\\S]',
      '[Kk]',
      '[é€]',
      '\\p{L}',
      '\\P{L}',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('^', '$', '\\b', '\\B') },
)

const quantifier = fc.constantFrom('?', '*', '+', '{2}', '{1,2}', '{0}', '*?', '+?')

/** What is repeated repeats nothing in it: otherwise some pattern would backtrack for minutes. */
const flatGroup = fc
  .tuple(
    fc.constantFrom('(', '(?:'),
    fc.array(
      fc.array(atom, { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([begin, alternatives]) => `${begin}${alternatives.join('|')})`)

const { pattern } = fc.letrec<{ pattern: string; sequence: string; part: string; group: string }>(
  (tie) => ({
    pattern: fc
      .array(tie('sequence'), { minLength: 1, maxLength: 3, depthIdentifier: 'p' })
      .map((all) => all.join('|')),
    sequence: fc
      .array(tie('part'), { maxLength: 4, depthIdentifier: 'p' })
      .map((all) => all.join('')),
    part: fc.oneof(
      { depthSize: 'small', depthIdentifier: 'p', withCrossShrink: true },
      { weight: 6, arbitrary: atom },
      { weight: 2, arbitrary: tie('group') },
      {
        weight: 2,
        arbitrary: fc.tuple(flatGroup, quantifier).map(([of, times]) => of + times),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...LETTERS, '[ab]', '.', '\\s', '[^a]'), quantifier)
          .map(([of, times]) => of + times),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('(?=', '(?!', '(?<=', '(?<!'), tie('pattern'))
          .map(([begin, inner]) => `${begin}${inner})`),
      },
    ),
    group: fc
      .tuple(fc.constantFrom('(', '(?:'), tie('pattern'))
      .map(([begin, inner]) => `${begin}${inner})`),
  }),
)

/** A regular expression of the flag `u`; any may be empty, match nothing or everything. */
export const anyPattern: fc.Arbitrary<string> = pattern.filter((text) => text !== '')

/** Words of the same letters. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...LETTERS, 'ab', 'abk', 'sk', 'ERROR'), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''))
