/** Why an export cannot be what was asked for. */
export type ExportFailure =
  /** The file was rewritten, or its lines are read in another encoding now. */
  | 'changed'
  /** The lines asked for cannot be read any more. */
  | 'gone'
  /** The view stopped before it had looked at the whole log, or was closed. */
  | 'view'

/** An export that must not be taken for whole. */
export class ExportFailed extends Error {
  override readonly name = 'ExportFailed'
  readonly reason: ExportFailure

  constructor(reason: ExportFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
