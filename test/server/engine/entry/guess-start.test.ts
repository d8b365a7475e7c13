import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isContinuation } from '../../../../src/server/engine/entry/continuation.ts'
import { guessStart } from '../../../../src/server/engine/entry/guess-start.ts'

/** What lines begin with that the patterns know, or nearly know. */
const BEGINNINGS = [
  'at ',
  'Caused by: ',
  'Suppressed: ',
  '... 12 more',
  '---> ',
  '--- End of ',
  'java.lang.IllegalStateException: no',
  'ValueError',
  'Error:',
  'my-Error: x',
  'Interrupt',
  'Traceback (most recent call last):',
  'During handling of the above exception',
  'The above exception was the direct cause',
  'goroutine 1 [running]:',
  'net/http.(*conn).serve(0xc0)',
  'main.open()',
  'main.open() ',
  'created by x',
  '[signal SIGSEGV',
  '[main]',
  'exit status 2',
  '#0 here',
  '# here',
  'Stack trace:',
  'stack backtrace',
  'note: run with',
  'from a.rb:12',
  '2024-01-02T03:04:05Z',
  '2024-01-02 03:04:05',
  'INFO: x',
  'app[12]: x',
  '{"a":1}',
  '}',
  ')',
  ' x',
  '\u00a0x',
  '\t',
  '',
] as const

const line = fc
  .tuple(
    fc.constantFrom(...BEGINNINGS),
    fc.string({ maxLength: 12 }),
    fc.constantFrom('', '\n', '\r\n', '\r', '\r\rx\n'),
  )
  .map((parts) => parts.join(''))

function guess(text: string) {
  const bytes = Buffer.from(`..${text}`, 'latin1')
  return guessStart(bytes, 2, bytes.length)
}

function continues(text: string): boolean {
  return isContinuation(
    Buffer.from(text, 'latin1')
      .toString('latin1')
      .replace(/[\r\n]+$/, ''),
  )
}

describe('a guess at the start of an entry', () => {
  it('never says otherwise than the patterns', () => {
    const check = (text: string): void => {
      const guessed = guess(text)
      if (guessed !== 'unclear') expect(guessed === 'goes on').toBe(continues(text))
    }
    fc.assert(fc.property(line, check), { numRuns: 3000 })
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), check), { numRuns: 3000 })
    for (const beginning of BEGINNINGS) check(`${'a'.repeat(260)}${beginning}`)
  })

  it('is clear where most lines of a log are', () => {
    const guesses = [
      '2024-01-02 03:04:05,678 INFO  a',
      '2024-01-02T03:04:05Z a',
      '{"ts":1}',
      '127.0.0.1 - - [02/Jan/2024:03:04:05 +0000] "GET / HTTP/1.1" 200 12',
      'INFO: a',
      'level=info msg=a',
      '[2024-01-02 03:04:05] a',
      '<134>Jan  2 03:04:05 host app: a',
      'Jan  2 03:04:05 host app: a',
      '\tat com.example.App.main(App.java:7)',
      '',
    ].map(guess)
    expect(guesses).toEqual([...Array<string>(9).fill('starts'), 'goes on', 'goes on'])
  })
})
