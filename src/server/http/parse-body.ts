import type { z } from 'zod'
import { ApiFailure } from './api-failure.ts'

/** The body as its schema gives it; refuses any other with 400. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new ApiFailure('bad-request', 'The body is not what this address takes.')
}
