import type { Session } from 'electron'
import type { RunningServer } from '../server/start-server.ts'

/**
 * Gives the page's session the cookie that stands for the token, so that the token is never part of
 * an address: addresses reach histories, logs and referrers. No script of the page can read it.
 */
export async function setSessionCookie(
  session: Session,
  url: string,
  cookie: RunningServer['cookie'],
): Promise<void> {
  if (cookie === null) return
  await session.cookies.set({
    url,
    name: cookie.name,
    value: cookie.value,
    path: '/',
    httpOnly: true,
    // Loopback speaks plain http: the bytes never leave the machine, and no certificate could vouch.
    secure: false,
    sameSite: 'strict',
  })
}
