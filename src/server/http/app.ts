import express, { type Express, type RequestHandler } from 'express'
import type { ServerState } from '../../shared/protocol.ts'
import type { OwnLog } from '../own-log.ts'
import { type AccessOptions, access } from './access.ts'
import { answerFailure } from './answer-failure.ts'
import { ApiFailure } from './api-failure.ts'
import { examples } from './examples.ts'
import type { GeneratorControl } from './generator-control.ts'
import { generatorRoutes } from './generator-routes.ts'
import type { Logs, OpenRemote } from './logs.ts'
import { logsRoutes } from './logs-routes.ts'
import { onlyMethods } from './only-methods.ts'
import { page, pageFiles } from './page.ts'
import { boundBody } from './request-body.ts'
import { securityHeaders } from './security-headers.ts'

/** What the routes serve, and who may reach them. */
export interface AppOptions {
  readonly access: AccessOptions
  readonly logs: Logs
  readonly openRemote: OpenRemote | null
  readonly generator: GeneratorControl | null
  readonly state: () => ServerState
  readonly isOwnAddress: (url: URL) => boolean
  readonly lineStream: RequestHandler
  readonly eventStream: RequestHandler
  readonly pageFolder: string
  readonly examplesFolder: string
  readonly ownLog: OwnLog
}

/** Every route of the server, behind one door and before one error handler. */
export function createApp(options: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.set('trust proxy', false)
  app.enable('case sensitive routing')
  app.enable('strict routing')

  app.use(securityHeaders, boundBody, access(options.access))
  app.route('/healthz').get(health).all(onlyMethods('GET', 'HEAD'))
  app.route('/stream-logs').get(options.lineStream).all(onlyMethods('GET', 'HEAD'))
  app.route('/api/events').get(options.eventStream).all(onlyMethods('GET', 'HEAD'))
  app.use('/api/logs', logsRoutes(options))
  app.use('/api/generator', generatorRoutes(options.generator))
  app.route('/').get(page(options.pageFolder)).all(onlyMethods('GET', 'HEAD'))
  app.get('/examples/:name', examples(options.examplesFolder))
  app.use(pageFiles(options.pageFolder))
  app.use(() => {
    throw new ApiFailure('not-found', 'There is nothing at this address.')
  })
  app.use(answerFailure(options.ownLog))
  return app
}

const health: RequestHandler = (_request, response) => {
  response.type('text/plain').send('ok\n')
}
