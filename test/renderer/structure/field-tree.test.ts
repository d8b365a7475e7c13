import { describe, expect, it } from 'vitest'
import { fieldTerm } from '../../../src/renderer/structure/field-term.ts'
import { type FieldNode, fieldTree, MAX_NODES } from '../../../src/renderer/structure/field-tree.ts'
import { parseLine } from '../../../src/renderer/structure/parse-line.ts'

/** Names and values, parts within brackets. */
function shape(nodes: readonly FieldNode[]): unknown {
  return nodes.map(({ name, field, parts }) =>
    field === null ? [name, shape(parts)] : `${name}=${field.value}`,
  )
}
const treeOf = (text: string) => fieldTree(parseLine(text))
const ids = (nodes: readonly FieldNode[]): string[] =>
  nodes.flatMap(({ id, parts }) => [id, ...ids(parts)])

describe('the tree of a line', () => {
  it('has the parts of JSON in their order', () => {
    expect(shape(treeOf('{"a":1,"b":{"c":[true,{"d":null}]},"e":{}}'))).toEqual([
      'a=1',
      ['b', [['c', ['0=true', ['1', ['d=null']]]]]],
      ['e', []],
    ])
  })

  it('has the fields of other lines side by side, and the JSON that they end with', () => {
    expect(shape(treeOf('2026-11-23 13:16:15 INFO main: got {"a":{"b":1}}'))).toEqual([
      'time=2026-11-23 13:16:15',
      'level=INFO',
      'logger=main',
      'message=got {"a":{"b":1}}',
      ['a', ['b=1']],
    ])
  })

  it('names every node differently, also where names come twice', () => {
    const names = ids(treeOf('{"a":1,"a":{"b":1},"a 2":1,"a":2}'))
    expect(new Set(names).size).toBe(names.length)
  })

  it('ends where nobody reads on', () => {
    const many = `{${Array.from({ length: 5000 }, (_, at) => `"k${at}":{"x":1}`).join()}}`
    expect(ids(treeOf(many))).toHaveLength(MAX_NODES)
  })
})

describe('what finds the lines with the same value', () => {
  const termOf = (text: string, name: string, raw = text) => {
    const field = parseLine(text).fields.find(({ path }) => path.at(-1) === name)
    if (field === undefined) throw new Error(`No field ${name} in ${text}`)
    return fieldTerm(field, text, raw)
  }

  it('is name and value as they are written, as a whole word', () => {
    expect(termOf('{"a": {"id": 4}}', 'id')).toEqual({
      kind: 'text',
      pattern: '"id": 4',
      matchCase: true,
      wholeWord: true,
    })
    expect(termOf('x id=4 y', 'id')?.pattern).toBe('id=4')
  })

  it('is nothing for a value that no query can hold, or that the log writes otherwise', () => {
    expect(termOf(`{"a":"${'x'.repeat(5000)}"}`, 'a')).toBeNull()
    expect(termOf('id=␛[1m', 'id', 'id=\u001b[1m')).toBeNull()
  })
})
