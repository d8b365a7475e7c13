import { Counters } from './counters.tsx'
import { EncodingSelect } from './encoding-select.tsx'
import { FollowToggle } from './follow-toggle.tsx'
import { IndexBar } from './index-bar.tsx'
import { LogDetails } from './log-details.tsx'
import { NewLines } from './new-lines.tsx'
import { StreamStatus } from './stream-status.tsx'

/** The bar at the foot of the page: the stream's state, the log's figures, encoding and follow. */
export function StatusBar() {
  return (
    <footer className="status-bar">
      <IndexBar />
      <StreamStatus />
      <NewLines />
      <span className="status-space" />
      <div className="facts">
        <Counters />
      </div>
      <EncodingSelect />
      <LogDetails />
      <FollowToggle />
    </footer>
  )
}
