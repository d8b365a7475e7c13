import { Router } from 'express'
import type { GeneratorState } from '../../shared/protocol.ts'
import { ApiFailure } from './api-failure.ts'
import type { GeneratorControl } from './generator-control.ts'
import { onlyMethods } from './only-methods.ts'

/** `POST` switches the generator on, `DELETE` off; both answer its state. */
export function generatorRoutes(generator: GeneratorControl | null): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const turn = async (on: boolean): Promise<GeneratorState> => {
    if (generator === null) {
      throw new ApiFailure('not-available', 'This server was started without a generator.')
    }
    await generator.set(on)
    return generator.state()
  }
  router
    .route('/')
    .post(async (_request, response) => {
      response.json(await turn(true))
    })
    .delete(async (_request, response) => {
      response.json(await turn(false))
    })
    .all(onlyMethods('POST', 'DELETE'))
  return router
}
