import { type Field, MAX_FIELDS } from './structured-line.ts'

/**
 * `name=value` and `name="value with blanks"`. Each repetition stops at what the next part begins with;
 * a quote that is not closed is part of a plain value.
 */
const PAIR =
  /(?<![\w.@/?&-])([A-Za-z_@][\w.@/-]{0,63})=(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s"',;)\]}]*))/g

/** The pairs in a text, as logfmt writes them. */
export function findPairs(text: string): readonly Field[] {
  const fields: Field[] = []
  for (const match of text.matchAll(PAIR)) {
    const [whole, name = '', quoted, plain = ''] = match
    const value = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1')
    fields.push({ path: [name], value, from: match.index, to: match.index + whole.length })
    if (fields.length >= MAX_FIELDS) break
  }
  return fields
}
