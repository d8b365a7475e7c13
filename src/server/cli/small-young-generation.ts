import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the young generation of this process and its threads at the MiB that it begins with. V8 doubles
 * it up to 16 MiB while much is allocated, and what a server allocates is soon garbage: progress,
 * answers, batches of lines. An index of 10 GiB left 15 MiB of that behind. For a process that is
 * nothing but a server: the flags are those of the whole process.
 */
export function keepYoungGenerationSmall(): void {
  // By what it grows: its bounds are fixed by now, and a program cannot give itself other arguments.
  setFlagsFromString('--semi-space-growth-factor=1')
}
