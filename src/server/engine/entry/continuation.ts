/**
 * What begins a line that goes on with the entry before it, beside white space: frames and causes of
 * Java, .NET, JavaScript, Python, Go, Ruby, PHP and Rust, closing brackets, rulers of tables.
 * Whoever prints a stack trace after a message does not indent its first line.
 */
const CONTINUATIONS: readonly RegExp[] = [
  /^$/,
  /^\s/,
  /^[)\]}]/,
  // Java, .NET, JavaScript.
  /^at /,
  /^Caused by: /,
  /^Suppressed: /,
  /^\.\.\. \d+ (?:more|common frames)/,
  /^---> /,
  /^--- End of /,
  // The exception itself: `java.lang.IllegalStateException: no`, `ValueError: no`.
  /^(?:[\w$]+\.)*[\w$]*(?:Error|Exception|Throwable|Interrupt)(?::|$)/,
  // Python.
  /^Traceback \(most recent call last\)/,
  /^During handling of the above exception/,
  /^The above exception was the direct cause/,
  // Go: a header, then frames that are a function with its arguments each.
  /^goroutine \d+ (?:gp=\S+ m=\S+ )?(?:mp=\S+ )?\[/,
  /^(?:[\w.\-/]+\.)+[\w.()*[\]]+\(.*\)$/,
  /^created by \S/,
  /^\[signal /,
  /^exit status \d/,
  // PHP, Ruby, gdb, Rust.
  /^#\d+ /,
  /^Stack trace:/,
  /^(?:stack backtrace|note: run with)/,
  /^from \S+:\d+/,
]

/** Whether a line of this beginning goes on with the entry before it. */
export function isContinuation(text: string): boolean {
  return CONTINUATIONS.some((pattern) => pattern.test(text))
}
