// Loaded before a program that is started with --expose-gc and a channel: tells the one who asks what its memory holds.
import { heldMemory } from './memory.ts';

process.on('message', () => process.send?.(heldMemory()));
