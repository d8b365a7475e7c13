import type { Level } from '../../shared/level.ts'
import type { Random } from './seeded-random.ts'

/** One thing that happened in the imagined shop, before it is written down in some format. */
export interface LogEvent {
  readonly level: Exclude<Level, 'none'>
  readonly logger: string
  readonly thread: string
  readonly message: string
  readonly user: string
  readonly orderId: number
  readonly durationMs: number
  /** What failed; null for most events. */
  readonly failure: Failure | null
}

/** An error with the frames of its stack, innermost first. */
export interface Failure {
  readonly error: string
  readonly reason: string
  readonly frames: readonly string[]
}

// Names with and without accents, and one beyond the basic plane's Latin: what viewers get wrong.
const USERS = [
  'joao.silva',
  'João Conceição',
  'Maria Aparecida',
  'Antônio Magalhães',
  'ana.lucia',
  'José Luís',
  'Tainá Araújo',
  'Zoë Müller',
  '山田太郎',
] as const

const LOGGERS = ['checkout', 'estoque', 'pagamento', 'auth', 'catalogo', 'entrega'] as const

const FRAMES = [
  'br.com.loja.pedido.PedidoService.confirmar(PedidoService.java:142)',
  'br.com.loja.pagamento.PagamentoClient.cobrar(PagamentoClient.java:88)',
  'br.com.loja.estoque.EstoqueRepository.reservar(EstoqueRepository.java:57)',
  'br.com.loja.web.PedidoController.post(PedidoController.java:33)',
  'java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1144)',
  'java.base/java.lang.Thread.run(Thread.java:1583)',
] as const

type NamedFailure = readonly [error: string, reason: string]

const FAILURES: readonly [NamedFailure, ...NamedFailure[]] = [
  ['java.net.SocketTimeoutException', 'Read timed out'],
  ['java.lang.IllegalStateException', 'pedido já confirmado'],
  ['java.sql.SQLTransientConnectionException', 'no connection available after 30000 ms'],
  ['java.lang.NullPointerException', 'endereço de entrega é nulo'],
]

const CALM = [
  (event: Facts) => `pedido ${event.orderId} de ${event.user} confirmado em ${event.durationMs} ms`,
  (event: Facts) => `payment of order ${event.orderId} authorised in ${event.durationMs} ms`,
  (event: Facts) => `${event.user} entrou na sessão`,
  (event: Facts) => `cache hit for product ${event.orderId % 977}`,
  (event: Facts) => `entrega do pedido ${event.orderId} saiu para São José dos Campos`,
] as const

const WORRIED = [
  (event: Facts) => `pagamento lento: ${event.durationMs * 10} ms para o pedido ${event.orderId}`,
  (event: Facts) => `retry 2 of 3 for order ${event.orderId}`,
  (event: Facts) => `estoque baixo do produto ${event.orderId % 977}`,
] as const

type Facts = Pick<LogEvent, 'user' | 'orderId' | 'durationMs'>

/** Draws an event: mostly info, about one in 25 a warning, one in 50 an error, half of those with a stack. */
export function drawEvent(random: Random): LogEvent {
  const facts: Facts = {
    user: random.pick(USERS),
    orderId: 10_000 + random.below(90_000),
    durationMs: 1 + random.below(900),
  }
  const level = drawLevel(random)
  const calm = level === 'info' || level === 'debug' || level === 'trace'
  const failure = !calm && level !== 'warn' && random.below(2) === 0 ? drawFailure(random) : null
  return {
    ...facts,
    level,
    logger: random.pick(LOGGERS),
    thread: `worker-${1 + random.below(8)}`,
    message: calm
      ? random.pick(CALM)(facts)
      : level === 'warn'
        ? random.pick(WORRIED)(facts)
        : `falha ao processar o pedido ${facts.orderId} de ${facts.user}`,
    failure,
  }
}

function drawLevel(random: Random): LogEvent['level'] {
  const dice = random.below(1000)
  if (dice < 2) return 'fatal'
  if (dice < 20) return 'error'
  if (dice < 60) return 'warn'
  if (dice < 200) return 'debug'
  if (dice < 230) return 'trace'
  return 'info'
}

function drawFailure(random: Random): Failure {
  const [error, reason] = random.pick(FAILURES)
  return { error, reason, frames: FRAMES.slice(0, 2 + random.below(FRAMES.length - 1)) }
}
