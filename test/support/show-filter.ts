import type { Session } from '../../src/renderer/data/session.ts'
import type { ViewWish } from '../../src/renderer/data/view-wish.ts'
import type { LogId } from '../../src/shared/log-id.ts'
import type { ViewId } from '../../src/shared/views.ts'

/** Lets the list of a log show what a view of it has. */
export async function showFilter(session: Session, log: LogId, wish: ViewWish): Promise<ViewId> {
  const answer = await session.openView(log, wish)
  if (answer.kind !== 'opened') throw new Error(`The filter was refused: ${answer.error}.`)
  session.showView(log, answer.view.id)
  return answer.view.id
}
