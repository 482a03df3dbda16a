/** By code: one Dutch sentence that says what is wrong, and one that says what to do next. */
export type ErrorTexts = Readonly<Record<string, readonly [message: string, remedy: string]>>;
