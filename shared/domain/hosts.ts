/** The host name of an address as it is compared: a name with a dot at its end is the same name. */
export const hostnameOf = (url: string): string => new URL(url).hostname.toLowerCase().replace(/\.$/, '');

/** Whether a host name is the computer itself. */
export const isLoopbackHost = (host: string): boolean =>
  /(^|\.)localhost$/.test(host) ||
  /^(127\.|0\.0\.0\.0$)/.test(host) ||
  /^\[::(1|ffff:7f[0-9a-f]{2}:[0-9a-f]+)?\]$/.test(host);

/** Whether a host name is of DUO, where the real BRON is. */
export const isProductionHost = (host: string): boolean =>
  ['duo.nl', 'bron.nl'].some((own) => host === own || host.endsWith(`.${own}`));
