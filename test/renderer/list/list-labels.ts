import type { LogListLabels } from '../../../src/renderer/list/list-model.ts'

/** Words that say what they stand for. */
export const labels: LogListLabels = {
  grid: '',
  mark: ({ kind }) => kind,
  cut: (bytes) => `+${bytes}`,
  openCut: (bytes) => `show ${bytes} more`,
  entry: (more, open) => `${open ? '-' : '+'}${more}`,
  toggleEntry: (more, open) => `${open ? 'fold' : 'show'} ${more}`,
  openLink: (key) => `${key}+click`,
  number: 'Line',
  text: 'Text',
}
