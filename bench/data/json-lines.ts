import type { Random } from '../../src/server/generator/seeded-random.ts'
import type { LineMaker } from './data-line.ts'

const LEVELS = ['info', 'info', 'info', 'debug', 'debug', 'warn', 'error'] as const
const SERVICES = ['checkout', 'catalog', 'identity', 'shipping'] as const
const ROUTES = ['/v2/cart/items', '/v2/users/me', '/v2/search', '/internal/health'] as const

/** Structured logs: one JSON object a line, some 230 bytes each. */
export function createJsonLines(random: Random): LineMaker {
  const number = (limit: number): number => random.below(limit)
  const hex = (count: number): string =>
    Array.from({ length: count }, () => number(16).toString(16)).join('')
  return ({ minute, second, milli }) => ({
    stamp: 'json',
    text: `:${minute}:${second}.${milli}Z","level":"${random.pick(LEVELS)}","service":"${random.pick(SERVICES)}","trace":"${hex(32)}","route":"${random.pick(ROUTES)}","status":${200 + number(5) * 100},"bytes":${number(1_000_000)},"ms":${number(900)},"user":${number(100_000)},"msg":"request finished within its budget"}`,
  })
}
