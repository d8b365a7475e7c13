/**
 * JSON as it is written: members in their order, also those that come twice; numbers in their own
 * digits, which a JavaScript number would round from 2^53 on; and where each part stands in the text.
 */
export type JsonNode =
  | JsonLeaf
  | {
      readonly kind: 'object'
      readonly from: number
      readonly to: number
      readonly members: readonly JsonMember[]
    }
  | {
      readonly kind: 'array'
      readonly from: number
      readonly to: number
      readonly items: readonly JsonNode[]
    }

/** A value without parts: `text` is what a string says, and any other value as it is written. */
export interface JsonLeaf {
  readonly kind: 'string' | 'number' | 'boolean' | 'null'
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A name and its value; the name begins at `from`. */
export interface JsonMember {
  readonly from: number
  readonly key: string
  readonly value: JsonNode
}

/** Whether a value has parts of its own. */
export function isBranch(node: JsonNode): node is Exclude<JsonNode, JsonLeaf> {
  return node.kind === 'object' || node.kind === 'array'
}
