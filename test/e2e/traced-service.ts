/**
 * Entries `[from, to)` of a service: of each three an error with a stack trace of Java, five lines, a
 * line of information, and a warning with a traceback of Python, four lines.
 */
export function tracedService(from: number, to: number): string {
  let text = ''
  for (let entry = from; entry < to; entry += 1) text += tracedEntry(entry)
  return text
}

function tracedEntry(entry: number): string {
  const time = new Date(Date.UTC(2026, 10, 23, 10, 0, entry)).toISOString()
  switch (entry % 3) {
    case 0:
      return [
        `${time} ERROR entry ${entry} failed`,
        `java.lang.IllegalStateException: no ${entry}`,
        `    at app.Store.load(Store.java:${entry})`,
        '    at app.Main.main(Main.java:7)',
        'Caused by: java.io.IOException: disk',
        '',
      ].join('\n')
    case 1:
      return `${time} INFO entry ${entry} done\n`
    default:
      return [
        `${time} WARN entry ${entry} late`,
        'Traceback (most recent call last):',
        `  File "late.py", line ${entry}, in wait`,
        `TimeoutError: ${entry} s`,
        '',
      ].join('\n')
  }
}
