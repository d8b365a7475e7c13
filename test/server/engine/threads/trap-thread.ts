/** An engine thread with traps in its tasks, for tests of what becomes of threads that end. */
import { execFileSync } from 'node:child_process'
import { existsSync, unlinkSync } from 'node:fs'
import process from 'node:process'
import type { EngineFile } from '../../../../src/server/engine/engine-task.ts'
import { countTask } from '../../../../src/server/engine/read/count-task.ts'
import { runThread } from '../../../../src/server/engine/threads/run-thread.ts'
import { TASKS } from '../../../../src/server/engine/threads/task-registry.ts'
import { slowSearch } from './slow-search.ts'

/** The trap that a log is when it begins with `trap WHAT PATH`; PATH can be left out. */
function trapIn(file: EngineFile): { readonly what: string; readonly path: string } | null {
  const [line = ''] = Buffer.from(file.head).toString().split('\n')
  const [word, what = '', path = ''] = line.split(' ')
  return word === 'trap' ? { what, path } : null
}

/** Ends the thread: once, when there is a file at PATH, which goes; every time without a PATH. */
function exitIfTrapped(file: EngineFile): void {
  const trap = trapIn(file)
  if (trap?.what !== 'exit' || (trap.path !== '' && !existsSync(trap.path))) return
  if (trap.path !== '') unlinkSync(trap.path)
  process.exit(7)
}

/** Waits in the system, where nothing can end the thread, while there is a file at PATH. */
function hangIfTrapped(file: EngineFile): void {
  const trap = trapIn(file)
  if (trap?.what !== 'hang') return
  execFileSync('sh', ['-c', 'while [ -e "$1" ]; do sleep 0.02; done', 'sh', trap.path])
}

runThread({
  ...TASKS,
  search: slowSearch,
  *count(task, tools) {
    const run = countTask(task, tools)
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) return step.value
      yield step.value
      if (step.value !== null) exitIfTrapped(task.file)
    }
  },
  *survey({ file, to }) {
    if (trapIn(file)?.what === 'throw') throw new RangeError('The survey lost its way.')
    yield null
    return { to }
  },
  *seek({ file }) {
    hangIfTrapped(file)
    yield null
    return { found: null }
  },
  *hits({ file, query }) {
    yield null
    const pattern = new RegExp(query.all[0]?.pattern ?? '')
    pattern.test(Buffer.from(file.head).toString())
    return { hits: [] }
  },
})
