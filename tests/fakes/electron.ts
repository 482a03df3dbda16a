// Stands in for the module `electron` in unit tests (an alias in vitest.config.mts). Every member is checked against
// Electron's own types, so that a test cannot pass on a call that Electron does not know.
import { EventEmitter } from 'node:events';
import type * as E from 'electron';
import { vi } from 'vitest';

type Handler = Parameters<E.IpcMain['handle']>[1];
type ProtocolHandler = Parameters<E.Protocol['handle']>[1];

/** What a test looks at or steers; `resetElectron` makes it new. */
export const state = {
  handlers: new Map<string, Handler>(),
  protocols: new Map<string, ProtocolHandler>(),
  windows: [] as BrowserWindow[],
  children: [] as FakeChild[],
  listeners: new Map<string, (event: unknown, ...args: unknown[]) => void>(),
  exposed: {} as Record<string, unknown>,
  menu: undefined as unknown,
  singleInstance: true,
  saveTo: undefined as string | undefined,
  /** What the person chooses in a dialog that opens something. */
  openPath: undefined as string | undefined,
  unsavedAnswer: 0,
  /** What the person answers in a message box; undefined leaves it open. */
  messageAnswer: 0 as number | undefined,
  displays: [display({ x: 0, y: 0, width: 1920, height: 1080 })],
};

/** A screen with a task bar of 40 at the bottom. */
export function display(bounds: E.Rectangle, scaleFactor = 1) {
  return { bounds, workArea: { ...bounds, height: bounds.height - 40 }, scaleFactor } satisfies Partial<E.Display>;
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  commandLine = { appendSwitch: vi.fn() };
  whenReady = vi.fn<E.App['whenReady']>(async () => undefined);
  quit = vi.fn<E.App['quit']>();
  setPath = vi.fn<E.App['setPath']>();
  setAppUserModelId = vi.fn<E.App['setAppUserModelId']>();
  requestSingleInstanceLock = vi.fn<E.App['requestSingleInstanceLock']>(() => state.singleInstance);
  getVersion = vi.fn<E.App['getVersion']>(() => '1.2.3');
  getAppPath = vi.fn<E.App['getAppPath']>(() => '/program');
  getPath = vi.fn<E.App['getPath']>((name) => `/${name}`);
}
export const app = new FakeApp() satisfies Partial<Record<keyof E.App, unknown>>;

/** A frame of a page, as far as the sender check looks at it. */
export const frame = (url: string) => ({ url }) as unknown as E.WebFrameMain;

export class FakeContents extends EventEmitter {
  url = 'las://app/';
  mainFrame = frame('las://app/');
  openHandler: Parameters<E.WebContents['setWindowOpenHandler']>[0] | undefined;
  setWindowOpenHandler = vi.fn<E.WebContents['setWindowOpenHandler']>((handler) => {
    this.openHandler = handler;
  });
  send = vi.fn<E.WebContents['send']>();
  reload = vi.fn<E.WebContents['reload']>();
  print = vi.fn<E.WebContents['print']>((_options, callback) => callback?.(true, ''));
  isDestroyed = vi.fn<E.WebContents['isDestroyed']>(() => false);
  getURL = vi.fn<E.WebContents['getURL']>(() => this.url);
  focus = vi.fn<E.WebContents['focus']>();
  sendInputEvent = vi.fn<E.WebContents['sendInputEvent']>();
  printToPDF = vi.fn<E.WebContents['printToPDF']>(async () => Buffer.from('%PDF-1.7'));
  forcefullyCrashRenderer = vi.fn<E.WebContents['forcefullyCrashRenderer']>();
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => state.windows;
  static fromWebContents = (contents: unknown) =>
    state.windows.find(({ webContents }) => webContents === contents) ?? null;
  readonly options: E.BrowserWindowConstructorOptions | undefined;
  webContents = new FakeContents();
  minimized = false;
  show = vi.fn<E.BrowserWindow['show']>();
  focus = vi.fn<E.BrowserWindow['focus']>();
  restore = vi.fn<E.BrowserWindow['restore']>();
  isMinimized = vi.fn<E.BrowserWindow['isMinimized']>(() => this.minimized);
  loadURL = vi.fn<E.BrowserWindow['loadURL']>(async () => undefined);
  bounds: E.Rectangle;
  maximized = false;
  setBounds = vi.fn<E.BrowserWindow['setBounds']>((bounds) => void Object.assign(this.bounds, bounds));
  getNormalBounds = vi.fn<E.BrowserWindow['getNormalBounds']>(() => this.bounds);
  isMaximized = vi.fn<E.BrowserWindow['isMaximized']>(() => this.maximized);
  maximize = vi.fn<E.BrowserWindow['maximize']>();
  destroy = vi.fn<E.BrowserWindow['destroy']>();
  getTitle = vi.fn<E.BrowserWindow['getTitle']>(() => 'Tellingen - De Proef - Bronwijs');
  constructor(options?: E.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options ?? {};
    this.bounds = { x, y, width, height };
    state.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
}

export const ipcMain = {
  handle: vi.fn<E.IpcMain['handle']>((channel, handler) => void state.handlers.set(channel, handler)),
} satisfies Partial<E.IpcMain>;

export const protocol = {
  registerSchemesAsPrivileged: vi.fn<E.Protocol['registerSchemesAsPrivileged']>(),
  handle: vi.fn<E.Protocol['handle']>((scheme, handler) => void state.protocols.set(scheme, handler)),
} satisfies Partial<E.Protocol>;

class FakeSession extends EventEmitter {
  setPermissionRequestHandler = vi.fn<E.Session['setPermissionRequestHandler']>();
  setPermissionCheckHandler = vi.fn<E.Session['setPermissionCheckHandler']>();
  setDevicePermissionHandler = vi.fn<E.Session['setDevicePermissionHandler']>();
  setDisplayMediaRequestHandler = vi.fn<E.Session['setDisplayMediaRequestHandler']>();
  setUSBProtectedClassesHandler = vi.fn<E.Session['setUSBProtectedClassesHandler']>();
  setBluetoothPairingHandler = vi.fn<E.Session['setBluetoothPairingHandler']>();
  setSpellCheckerEnabled = vi.fn<E.Session['setSpellCheckerEnabled']>();
  setSpellCheckerLanguages = vi.fn<E.Session['setSpellCheckerLanguages']>();
  webRequest = {
    onBeforeRequest:
      vi.fn<
        (
          listener: (
            details: Pick<E.OnBeforeRequestListenerDetails, 'url'>,
            callback: (response: E.CallbackResponse) => void,
          ) => void,
        ) => void
      >(),
  };
}
export const session = { defaultSession: new FakeSession() } satisfies {
  defaultSession: Partial<Record<keyof E.Session, unknown>>;
};

export const shell = {
  openExternal: vi.fn<E.Shell['openExternal']>(async () => undefined),
} satisfies Partial<E.Shell>;

export const dialog = {
  showSaveDialog: vi.fn(async (_window: unknown, _options: E.SaveDialogOptions): Promise<E.SaveDialogReturnValue> => ({
    canceled: state.saveTo === undefined,
    filePath: state.saveTo ?? '',
  })),
  showOpenDialog: vi.fn(async (_window: unknown, _options: E.OpenDialogOptions): Promise<E.OpenDialogReturnValue> => ({
    canceled: state.openPath === undefined,
    filePaths: state.openPath === undefined ? [] : [state.openPath],
  })),
  showErrorBox: vi.fn<E.Dialog['showErrorBox']>(),
  showMessageBox: vi.fn((..._given: [unknown, E.MessageBoxOptions] | [E.MessageBoxOptions]) =>
    state.messageAnswer === undefined
      ? new Promise<E.MessageBoxReturnValue>(() => undefined)
      : Promise.resolve({ response: state.messageAnswer, checkboxChecked: false }),
  ),
  showMessageBoxSync: vi.fn((_window: unknown, _options: E.MessageBoxSyncOptions) => state.unsavedAnswer),
} satisfies Partial<Record<keyof E.Dialog, unknown>>;

export const screen = {
  getAllDisplays: vi.fn(() => state.displays),
  getPrimaryDisplay: vi.fn(() => state.displays[0]!),
} satisfies Partial<Record<keyof E.Screen, unknown>>;

export const powerMonitor = new EventEmitter();

export const Menu = {
  buildFromTemplate: vi.fn((template: E.MenuItemConstructorOptions[]) => template),
  setApplicationMenu: vi.fn((menu: unknown) => {
    state.menu = menu;
  }),
};

export class FakeChild extends EventEmitter {
  pid = 999_999_999;
  postMessage = vi.fn<E.UtilityProcess['postMessage']>();
  kill = vi.fn<E.UtilityProcess['kill']>(() => true);
}
export const utilityProcess = {
  fork: vi.fn((_module: string, _args?: string[], _options?: E.ForkOptions) => {
    const child = new FakeChild();
    state.children.push(child);
    return child;
  }),
};

export const contextBridge = {
  exposeInMainWorld: vi.fn<E.ContextBridge['exposeInMainWorld']>((key, api: unknown) => {
    state.exposed[key] = api;
  }),
} satisfies Partial<E.ContextBridge>;

export const ipcRenderer = {
  invoke: vi.fn<E.IpcRenderer['invoke']>(async () => ({ ok: true, value: 'answer' })),
  on: vi.fn((channel: string, listener: (event: unknown, ...args: unknown[]) => void) => {
    state.listeners.set(channel, listener);
  }),
} satisfies Partial<Record<keyof E.IpcRenderer, unknown>>;

/** Forgets everything that was registered, opened and called. */
export function resetElectron(): void {
  vi.clearAllMocks();
  app.removeAllListeners();
  powerMonitor.removeAllListeners();
  session.defaultSession.removeAllListeners();
  state.handlers.clear();
  state.protocols.clear();
  state.listeners.clear();
  Object.assign(state, { windows: [], children: [], exposed: {}, menu: undefined });
  Object.assign(state, { singleInstance: true, saveTo: undefined, openPath: undefined, unsavedAnswer: 0 });
  Object.assign(state, { messageAnswer: 0, displays: [display({ x: 0, y: 0, width: 1920, height: 1080 })] });
}
