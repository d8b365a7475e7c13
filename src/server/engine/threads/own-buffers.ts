/**
 * The memory of the arrays that are fields of `value` (or `value` itself), to be handed to another
 * thread instead of copied. Arrays that share their memory are left out, such as parts of a pool.
 */
export function ownBuffers(value: unknown): ArrayBuffer[] {
  const fields = ArrayBuffer.isView(value) ? [value] : Object.values(Object(value))
  const buffers = new Set<ArrayBuffer>()
  for (const field of fields) {
    if (!ArrayBuffer.isView(field) || field.byteLength !== field.buffer.byteLength) continue
    if (field.buffer instanceof ArrayBuffer) buffers.add(field.buffer)
  }
  return [...buffers]
}
