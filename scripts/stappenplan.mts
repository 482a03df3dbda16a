// `npm run stappenplan`: writes docs/stappenplan.md, which rule of the Stappenplan is met where, and which tests prove it.
import { writeFileSync } from 'node:fs';
import { stappenplanDocument, stappenplanFile } from './stappenplan/document.mts';

writeFileSync(stappenplanFile, stappenplanDocument());
