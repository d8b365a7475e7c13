import type { ServerMessage } from '../../shared/protocol.ts'
import type { ViewId } from '../../shared/views.ts'

/** Views that were closed here, of which the server may still tell what it said before it heard so. */
export interface ClosedViews {
  /** From now on nothing is heard of it. */
  add(view: ViewId): void
  /** What is left to be heard. */
  heard(messages: readonly ServerMessage[]): readonly ServerMessage[]
}

export function createClosedViews(): ClosedViews {
  const closed = new Set<ViewId>()

  function hear(message: ServerMessage): readonly ServerMessage[] {
    switch (message.kind) {
      case 'view':
        return closed.has(message.view.id) ? [] : [message]
      case 'views':
        return [{ ...message, views: message.views.filter(({ id }) => !closed.has(id)) }]
      case 'view-removed':
        // The server knows, and its messages come in order: no other names the view after this one.
        closed.delete(message.view)
        return [message]
      case 'snapshot':
        // Another stream begins, of another server perhaps, whose views may have the same names.
        closed.clear()
        return [message]
      default:
        return [message]
    }
  }

  return {
    add: (view) => closed.add(view),
    // Up to 1 000 times a second, and mostly nothing was closed.
    heard: (messages) => (closed.size === 0 ? messages : messages.flatMap(hear)),
  }
}
