/** Lines of every level and of every kind of text that gets a colour. */
export const COLOURFUL = [
  '2026-03-02T09:00:00.100Z FATAL [core] out of memory at 0x7fff5fbff8a0',
  '2026-03-02T09:00:00.200Z ERROR [auth] user=ana ip=10.0.0.7 "GET /login" 500 in 12 ms',
  'java.lang.IllegalStateException: pedido já confirmado',
  '    at br.com.loja.pedido.PedidoService.confirmar(PedidoService.java:142)',
  '2026-03-02T09:00:00.300Z WARN [shop] https://loja.example/p/1 took 8920 ms',
  '2026-03-02T09:00:00.400Z INFO [shop] id=6f1c2b6e-2f8d-4f6b-9c55-0a2b6d1f7c11 path=/var/log/x.log',
  '2026-03-02T09:00:00.500Z DEBUG [shop] "quoted" 42 true null',
  '2026-03-02T09:00:00.600Z TRACE [shop] POST /orders 201',
  '\u001b[31mred\u001b[0m \u001b[42mon green\u001b[0m \u001b[1;34mblue\u001b[0m',
  '<b>markup</b> \u0007 bell \u202e reversed 👩‍👩‍👧 e\u0301',
  '{"time":"2026-03-02T09:00:01Z","level":"error","msg":"no","nested":{"a":[1,2]}}',
].join('\n')

/** Lines with times, of which there are more than a screen has. */
export const ORDINARY = Array.from(
  { length: 300 },
  (_, index) =>
    `2026-03-02T08:${String(index % 60).padStart(2, '0')}:00Z INFO [shop] order ${index}\n`,
).join('')
