import { type FieldPath, pathText } from './field-path.ts'
import { isBranch, type JsonNode } from './json-node.ts'
import type { Field, StructuredLine } from './structured-line.ts'

/** What a line says as a tree: a leaf has a field, a branch has parts. */
export interface FieldNode {
  /** Its path, with the place among those of the same path: names may come twice. */
  readonly id: string
  readonly name: string
  readonly path: FieldPath
  readonly kind: JsonNode['kind']
  /** Null for a branch. */
  readonly field: Field | null
  /** `[from, to)` of the line's text that is the value as it is written; null where it is not JSON. */
  readonly source: { readonly from: number; readonly to: number } | null
  readonly parts: readonly FieldNode[]
}

/** Nodes of one tree at most: a screen has 30, and each costs the browser about a millisecond. */
export const MAX_NODES = 300

interface Making {
  readonly ids: Map<string, number>
  left: number
}

/** The tree of a line, at most {@link MAX_NODES} of it: its own fields, and the JSON that it is or ends with. */
export function fieldTree({ fields, json, format }: StructuredLine): readonly FieldNode[] {
  const making: Making = { ids: new Map(), left: MAX_NODES }
  const inJson = ({ from }: Field) => json !== null && from >= json.from
  const own = format === 'json' ? [] : fields.filter((field) => json === null || !inJson(field))
  const flat = own.flatMap((field) => {
    const name = field.path.map(String).join('.')
    return leaf(making, name, field, 'string', null) ?? []
  })
  return json === null ? flat : [...flat, ...partsOf(making, json, [])]
}

function partsOf(making: Making, node: JsonNode, path: FieldPath): readonly FieldNode[] {
  const parts: FieldNode[] = []
  const add = (name: string | number, from: number, value: JsonNode) => {
    if (making.left <= 0) return
    const own = [...path, name]
    const part = isBranch(value)
      ? branch(making, String(name), own, value)
      : leaf(
          making,
          String(name),
          { path: own, value: value.text, from, to: value.to },
          value.kind,
          value,
        )
    if (part !== null) parts.push(part)
  }
  if (node.kind === 'object') for (const { key, from, value } of node.members) add(key, from, value)
  if (node.kind === 'array') for (const [at, item] of node.items.entries()) add(at, item.from, item)
  return parts
}

function branch(making: Making, name: string, path: FieldPath, node: JsonNode): FieldNode {
  making.left -= 1
  const { kind, from, to } = node
  const id = idOf(making, path)
  return {
    id,
    name,
    path,
    kind,
    field: null,
    source: { from, to },
    parts: partsOf(making, node, path),
  }
}

function leaf(
  making: Making,
  name: string,
  field: Field,
  kind: JsonNode['kind'],
  node: JsonNode | null,
): FieldNode | null {
  if (making.left <= 0) return null
  making.left -= 1
  const source = node && { from: node.from, to: node.to }
  return { id: idOf(making, field.path), name, path: field.path, kind, field, source, parts: [] }
}

function idOf({ ids }: Making, path: FieldPath): string {
  const text = pathText(path)
  const before = ids.get(text) ?? 0
  ids.set(text, before + 1)
  return before === 0 ? text : `${text} ${before + 1}`
}
