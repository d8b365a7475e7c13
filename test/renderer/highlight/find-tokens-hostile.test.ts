import { describe, expect, it } from 'vitest'
import { findTokens } from '../../../src/renderer/highlight/find-tokens.ts'

/**
 * Sixteen times what the server lets a line be: reading that in linear time takes milliseconds, and in
 * quadratic time longer than a test may.
 */
const LINE_LENGTH = 256 * 1024

/** What makes careless patterns go back and forth: beginnings of tokens that never become one. */
const PIECES = [
  '1',
  '1.',
  '1_',
  '1:',
  '1-',
  '12345678-',
  'a',
  'a/',
  'a-/',
  'a.',
  'a:',
  '/',
  '/(',
  '"',
  '\\"',
  " '",
  '`x ',
  ':',
  '::',
  '=',
  'a=',
  '@',
  '_.',
  'a://',
  'GET ',
  'GET  ',
  'Mon Nov ',
  'abcd1234-',
  '+',
  '-',
  '.',
  '~',
  ')',
  '1:2:3:4:5:6:7:',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/',
  'a.b.c.d/',
  '0x',
  '1e',
  '1 ',
  'http://a(',
  '\ud83d',
]
const ENDS = ['', 'x', '"']

describe('hostile lines', () => {
  it.each(PIECES)('made of %j end', (piece) => {
    for (const end of ENDS) {
      const text = `${piece.repeat(Math.ceil(LINE_LENGTH / piece.length)).slice(0, LINE_LENGTH)}${end}`
      for (const { to } of findTokens(text)) expect(to).toBeLessThanOrEqual(text.length)
    }
  })
})
