/** The way to a value: names of members and places in arrays. */
export type FieldPath = readonly (string | number)[]

/** The path as it is written in JavaScript and jq: `user.roles[0]`, `headers["x-id"]`. */
export function pathText(path: FieldPath): string {
  return path.map(partText).join('')
}

function partText(part: string | number, index: number): string {
  if (typeof part === 'number') return `[${part}]`
  if (!/^[A-Za-z_@$][\w@$]*$/.test(part)) return `[${JSON.stringify(part)}]`
  return index === 0 ? part : `.${part}`
}
