// Runs before renderer/main.tsx on the page of page.mts.
import { createFakeBridge } from './bridge.ts';

window.las = createFakeBridge(new URLSearchParams(location.search));
