import type { FieldPath } from './field-path.ts'
import type { JsonNode } from './json-node.ts'

/** How a line is written; `plain` has at most a time, a level and pairs within its text. */
export type LineFormat = 'json' | 'logfmt' | 'access' | 'syslog' | 'log4j' | 'plain'

/** One value of a line with its name. */
export interface Field {
  readonly path: FieldPath
  readonly value: string
  /**
   * `[from, to)` of the line's text that says it: name and value where both stand there, so that
   * to look for these characters finds the lines with the same value of the same field.
   */
  readonly from: number
  readonly to: number
}

/** A line divided into what it says. */
export interface StructuredLine {
  readonly format: LineFormat
  readonly time: string | null
  /** As the line writes it. */
  readonly level: string | null
  /** Who wrote it: a class, a module, a program. */
  readonly logger: string | null
  readonly message: string | null
  /** All its values, in their order. */
  readonly fields: readonly Field[]
  /** The JSON that the line is, or ends with. */
  readonly json: JsonNode | null
}

/** Values of a line that are listed; a line of 16 KiB seldom has a tenth of them. */
export const MAX_FIELDS = 1000
