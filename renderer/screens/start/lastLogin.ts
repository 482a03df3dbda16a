import { create } from 'zustand';

/** Who was at work last in this window, so that only the password has to be typed again. In memory only. */
export const useLastLogin = create<{ login: string }>(() => ({ login: '' }));

export const rememberLogin = (login: string): void => useLastLogin.setState({ login });
