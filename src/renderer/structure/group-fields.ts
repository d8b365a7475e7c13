import type { Field } from './structured-line.ts'

/**
 * The fields out of the named groups of a match, in the order of the names; groups that matched nothing
 * and `-`, which access logs and syslog write for nothing, are left out. Needs the flag `d`.
 */
export function groupFields(match: RegExpExecArray, names: readonly string[]): readonly Field[] {
  return names.flatMap((name): readonly Field[] => {
    const value = match.groups?.[name]
    const place = match.indices?.groups?.[name]
    if (value === undefined || value === '' || value === '-' || place === undefined) return []
    return [{ path: [name], value, from: place[0], to: place[1] }]
  })
}

/** The value of the field with this name; null when there is none. */
export function namedValue(fields: readonly Field[], name: string): string | null {
  return fields.find(({ path }) => path[0] === name)?.value ?? null
}
