/** The channels between preload and host. The preload offers none of them by itself: only the functions of LasBridge. */
export const channels = {
  invoke: 'las:invoke',
  event: 'las:event',
  saveFile: 'las:save-file',
  chooseFile: 'las:choose-file',
  chooseTarget: 'las:choose-target',
  fileWritten: 'las:file-written',
  chooseFolder: 'las:choose-folder',
  print: 'las:print',
  openLink: 'las:open-link',
} as const;
