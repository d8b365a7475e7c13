import { assertNever } from '../../shared/assert-never.ts'
import type { FieldPath } from './field-path.ts'
import type { JsonNode } from './json-node.ts'
import { type Field, MAX_FIELDS } from './structured-line.ts'

/** The values without parts in a JSON value, in their order, at most {@link MAX_FIELDS}. */
export function jsonFields(node: JsonNode): readonly Field[] {
  const fields: Field[] = []
  collect(node, [], node.from, fields)
  return fields
}

function collect(node: JsonNode, path: FieldPath, from: number, into: Field[]): void {
  if (into.length >= MAX_FIELDS) return
  switch (node.kind) {
    case 'object':
      for (const { key, from: start, value } of node.members) {
        collect(value, [...path, key], start, into)
      }
      break
    case 'array':
      for (const [index, item] of node.items.entries()) {
        collect(item, [...path, index], item.from, into)
      }
      break
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      into.push({ path, value: node.text, from, to: node.to })
      break
    default:
      assertNever(node, 'kind of JSON')
  }
}
