/**
 * The lines in the data of one `message` event.
 *
 * A Rastro server sends one line per event and a lone CR inside the line as a line break of `data`:
 * `joined` puts it back, so that the spool holds the same line. Everybody else's line breaks are
 * line breaks; one at the very end is the log's own line feed (sse-starlette servers send the line
 * as they read it), not a further empty line. Empty data is an empty line.
 */
export function eventLines(data: string, joined: boolean): readonly string[] {
  if (joined) return [data.replaceAll('\n', '\r')]
  return (data.endsWith('\n') ? data.slice(0, -1) : data).split('\n')
}
