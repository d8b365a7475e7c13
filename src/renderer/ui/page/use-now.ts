import { useEffect, useState } from 'react'

/** How often a countdown on the screen is counted down, in ms: it shows whole seconds. */
const TICK_MS = 250

/** The present time in ms since 1970, ticking only while `isTicking`. */
export function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isTicking) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [isTicking])
  return now
}
