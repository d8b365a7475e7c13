/** Closes a `switch` over a union: a new member becomes a compile error at the call. */
export function assertNever(value: never, what = 'value'): never {
  throw new TypeError(
    `Unhandled ${what} ${JSON.stringify(value)}: add a case for it where this was thrown.`,
  )
}
