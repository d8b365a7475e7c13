/** Whether something that is dragged over the page are files of the computer, not text of the page. */
export function hasFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false
}
