import {
  CircleSlash,
  FileClock,
  FileText,
  Hourglass,
  type LucideIcon,
  Radio,
  ShieldAlert,
  Unplug,
} from 'lucide-react'
import { assertNever } from '../../../shared/assert-never.ts'
import type { LogPhase } from '../../../shared/protocol.ts'
import type { StageView } from './stage-view.ts'

/** A picture of why there are no lines; the words below it say the same. */
export function EmptyIcon({ view }: { readonly view: Exclude<StageView, { kind: 'lines' }> }) {
  const Icon = iconOf(view)
  return (
    <span className="empty-icon" aria-hidden>
      <Icon size={28} strokeWidth={1.5} />
    </span>
  )
}

function iconOf(view: Exclude<StageView, { kind: 'lines' }>): LucideIcon {
  switch (view.kind) {
    case 'loading':
      return Hourglass
    case 'server-away':
      return Unplug
    case 'refused':
      return ShieldAlert
    case 'no-log':
    case 'unread':
      return FileText
    case 'no-lines':
      return phaseIcon(view.phase)
    default:
      return assertNever(view, 'view of the stage')
  }
}

function phaseIcon(phase: LogPhase): LucideIcon {
  switch (phase.kind) {
    case 'opening':
    case 'connecting':
      return Hourglass
    case 'following':
    case 'ended':
      return FileText
    case 'waiting':
      return FileClock
    case 'live':
      return Radio
    case 'reconnecting':
      return Unplug
    case 'refused':
      return CircleSlash
    default:
      return assertNever(phase, 'phase')
  }
}
