import { create } from 'zustand';

/** The recovery code while it is being shown and asked back. Nowhere else: it is forgotten as soon as that is done. */
export const useRecoveryCode = create<{ code: string | undefined }>(() => ({ code: undefined }));

export const showRecoveryCode = (code: string): void => useRecoveryCode.setState({ code });
export const forgetRecoveryCode = (): void => useRecoveryCode.setState({ code: undefined });

/** A code as it is compared: without spaces and dashes, in capitals. */
export const bareCode = (code: string): string => code.replace(/[\s\p{Pd}.]/gu, '').toUpperCase();
