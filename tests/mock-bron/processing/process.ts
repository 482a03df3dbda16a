import type { AcceptedMessage } from '../register/messages.ts';
import { createIdentificatieverzoekHandler } from './identificatieverzoek.ts';
import { createMeldingHandler } from './melding.ts';
import type { Handler, HandlerParts } from './parts.ts';
import { createRegistratieoverzichtHandler } from './registratieoverzicht.ts';
import { createSleutelgegevensHandler } from './sleutelgegevens.ts';
import { createVerwijderenHandler } from './verwijderen.ts';

export interface Processor {
  /** Processes every accepted message whose moment has come; gives their number. */
  run(): number;
}

/** Works through accepted messages, each by the handler of its kind and in a transaction of its own. */
export function createProcessor(parts: HandlerParts): Processor {
  const { register, messages, clock } = parts;
  const handlers: Record<number, Handler> = {
    1: createIdentificatieverzoekHandler(parts),
    2: createSleutelgegevensHandler(parts),
    3: createMeldingHandler(parts),
    4: createVerwijderenHandler(parts),
    5: createRegistratieoverzichtHandler(parts),
  };

  const processOne = register.transaction((message: AcceptedMessage) => {
    const handler = handlers[message.nr];
    if (!handler) throw new Error(`nothing processes bericht ${message.nr}`);
    handler(message, clock.now().toISOString());
  });

  return {
    run: () => {
      let count = 0;
      for (;;) {
        const due = messages.due(clock.now().toISOString());
        if (due.length === 0) return count;
        for (const message of due) {
          try {
            processOne.immediate(message);
            count += 1;
          } catch (error) {
            messages.settle(message.seq, 'failed', clock.now().toISOString());
            parts.onError(error);
          }
        }
      }
    },
  };
}
