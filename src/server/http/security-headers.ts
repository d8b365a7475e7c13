import type { RequestHandler } from 'express'

/** Nothing may load, frame or run: what every answer says that is not a page. */
const NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'"

/** What the pages never ask for; clipboard-write stays free, lines can be copied. */
const PERMISSIONS = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .join(', ')

/** Sets on every answer what a browser must not do with it; pages replace the content policy. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': NO_CONTENT_POLICY,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS,
    'Referrer-Policy': 'no-referrer',
    Vary: 'Origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  })
  next()
}
