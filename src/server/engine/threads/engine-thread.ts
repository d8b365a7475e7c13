/** What runs inside an engine thread: the build bundles it into one text. */
import { runThread } from './run-thread.ts'
import { TASKS } from './task-registry.ts'

runThread(TASKS)
