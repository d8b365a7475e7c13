import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonNode } from '../../../src/renderer/structure/json-node.ts'
import { MAX_DEPTH, parseJson } from '../../../src/renderer/structure/parse-json.ts'
import { assertNever } from '../../../src/shared/assert-never.ts'

/** The value that a node means, as JSON.parse would make it. */
function meaningOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      // Not by assignment: `__proto__` is a name like others in JSON.
      return Object.fromEntries(node.members.map(({ key, value }) => [key, meaningOf(value)]))
    case 'array':
      return node.items.map(meaningOf)
    case 'string':
      return node.text
    case 'number':
    case 'boolean':
    case 'null':
      return JSON.parse(node.text)
    default:
      return assertNever(node, 'kind of JSON')
  }
}

/** Every node with the text that it stands for. */
function places(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'object') return [node, ...node.members.flatMap(({ value }) => places(value))]
  return node.kind === 'array' ? [node, ...node.items.flatMap(places)] : [node]
}

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('reading JSON', () => {
  it('says what JSON.parse says, and where each part stands', () => {
    const spaced = fc
      .jsonValue({ maxDepth: 5 })
      .chain((value) =>
        fc.constantFrom(0, 2, '\t').map((space) => JSON.stringify(value, null, space)),
      )
    fc.assert(
      fc.property(spaced, (text) => {
        const node = parseJson(text)
        if (node === null) throw new Error(`Not read: ${text}`)
        expect(meaningOf(node)).toEqual(JSON.parse(text))
        for (const part of places(node)) {
          expect(meaningOf(part)).toEqual(JSON.parse(text.slice(part.from, part.to)))
        }
      }),
    )
  })

  it('refuses what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"a"',
      '\\',
      '\\u12',
      '1',
      '01',
      '-',
      '.5',
      '1e',
      'true',
      'nul',
      ' ',
      '\n',
      'x',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        // A line has no line feeds, and control characters in it are shown as symbols.
        if (/"[^"]*\n/.test(text)) return
        expect(parseJson(text) !== null).toBe(isJson(text))
      }),
      { numRuns: 5000 },
    )
  })

  it('keeps the digits of numbers that a JavaScript number would round', () => {
    expect(parseJson('12345678901234567890')).toMatchObject({ text: '12345678901234567890' })
  })

  it('keeps names that come twice, and the name __proto__', () => {
    const node = parseJson('{"a":1,"a":2,"__proto__":3}')
    expect(node).toMatchObject({ members: [{ key: 'a' }, { key: 'a' }, { key: '__proto__' }] })
  })

  it('ends with brackets that never close, and takes none deeper than anybody writes', () => {
    expect(parseJson('['.repeat(1_000_000))).toBeNull()
    expect(parseJson('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))).not.toBeNull()
    expect(parseJson('['.repeat(MAX_DEPTH + 2) + ']'.repeat(MAX_DEPTH + 2))).toBeNull()
  })
})
