import { assertNever } from '../assert-never.ts'
import { jsonValue, logfmtValue, MAX_FIELD_BYTES } from './field-value.ts'
import { wordStart } from './line-words.ts'

const BRACKET = 0x5b

/** Hosts and users before the bracket of a CLF line, in bytes: names of 255 and a list of proxies. */
const MAX_BRACKET_BYTES = 512

/** Where in its line a time stands. */
export type TimePlace =
  /** It begins the word of this number, counted from 0. */
  | { readonly kind: 'word'; readonly word: number }
  /** After the first bracket that a time follows: a host and a user of any words stand before it. */
  | { readonly kind: 'bracket' }
  /** It is the value of this field. */
  | { readonly kind: 'json'; readonly key: string }
  | { readonly kind: 'logfmt'; readonly key: string }

/** The beginning of a line as ASCII bytes: `[from, to)` of `bytes`. */
export interface LinePrefix {
  bytes: Uint8Array
  from: number
  to: number
}

/** Tries a time at each place of a line where one may begin; NaN when none does. */
export type TimeSearch = (prefix: LinePrefix, read: (at: number) => number) => number

/** How the places of a kind are gone through. */
export function searchIn(place: TimePlace): TimeSearch {
  switch (place.kind) {
    case 'word':
      return ({ bytes, from, to }, read) => {
        const at = wordStart(bytes, from, to, place.word)
        return at === -1 ? Number.NaN : read(at)
      }
    case 'bracket':
      return afterBracket
    case 'json':
      return inFields(place.key, jsonValue)
    case 'logfmt':
      return inFields(place.key, logfmtValue)
    default:
      return assertNever(place, 'place of a time')
  }
}

function afterBracket({ bytes, from, to }: LinePrefix, read: (at: number) => number): number {
  const limit = Math.min(to, from + MAX_BRACKET_BYTES)
  for (let at = from; at < limit; at++) {
    if (bytes[at] !== BRACKET) continue
    const time = read(at + 1)
    if (!Number.isNaN(time)) return time
  }
  return Number.NaN
}

/** A field may come more than once, in objects within objects: the first that holds a time counts. */
function inFields(name: string, find: typeof jsonValue): TimeSearch {
  const key = Uint8Array.from(name, (char) => char.charCodeAt(0))
  return ({ bytes, from, to }, read) => {
    const limit = Math.min(to, from + MAX_FIELD_BYTES)
    for (let at = find(bytes, from, limit, key); at !== -1; at = find(bytes, at, limit, key)) {
      const time = read(at)
      if (!Number.isNaN(time)) return time
    }
    return Number.NaN
  }
}
