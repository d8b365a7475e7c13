/** Lines of a service: every tenth a warning, every hundredth an error, and who asked for what. */
export function levelledService(from: number, to: number): string {
  let text = ''
  for (let line = from; line < to; line += 1) {
    const level = line % 100 === 0 ? 'ERROR' : line % 10 === 0 ? 'WARN' : 'INFO'
    const what = line % 3 === 0 ? 'cache miss for key' : 'request done by user'
    text += `2026-11-23T10:00:${String(line % 60).padStart(2, '0')}Z ${level} ${what} n${line}\n`
  }
  return text
}
