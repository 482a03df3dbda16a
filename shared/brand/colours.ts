type Channels = readonly [red: number, green: number, blue: number];

const channelsOf = (colour: string): Channels => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** How well white letters show on a colour `#rrggbb`: 1 (not at all) to 21 (WCAG 2.2, 1.4.3). */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = channelsOf(colour);
  return 1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05);
}

/** A colour `#rrggbb` mixed with black or white; `part` of 0 is the colour itself. */
export function mixed(colour: string, other: 'black' | 'white', part: number): string {
  const end = other === 'black' ? 0 : 255;
  const channels = channelsOf(colour).map((channel) => Math.round(channel + (end - channel) * part));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
