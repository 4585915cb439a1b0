// Colours, light and dark, and what a portal can set.

const colours: Record<string, [light: string, dark: string]> = {
  surface: ["#ffffff", "#1a201d"],
  text: ["#1a211d", "#e9eeeb"],
  muted: ["#55605a", "#a5b1aa"],
  line: ["#d5dcd7", "#37413b"],
  edge: ["#7c8781", "#83918a"], // what a control is known by, 3:1 at least
  accent: ["#0b6b4f", "#6fd0a8"],
  "on-accent": ["#ffffff", "#06251a"],
  tint: ["#e7f2ed", "#1d2f27"],
  star: ["#b45309", "#f2b134"],
  warn: ["#7a4a00", "#f0c36d"],
  "warn-tint": ["#fbf3e0", "#342b18"],
};

const each = (value: (pair: [light: string, dark: string]) => string): string => Object.entries(colours).map(([name, pair]) => `--_${name}: var(--ocop-${name}, ${value(pair)});`).join("\n");

/**
 * The colours as style. Names with an underline are the form's own: a page may
 * have an --accent too, and give --ocop-accent its value. The page's color-scheme
 * decides, and a page that says nothing is light; so is the form in a browser that
 * does not know light-dark().
 */
export const theme = `
.all {
  ${each(([light]) => light)}
  --_radius: var(--ocop-radius, 0.75rem);
  color-scheme: inherit;
  --_top: var(--ocop-offset-top, 0px);
  --_bottom: var(--ocop-offset-bottom, 0px);
  --_font: var(--ocop-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
}
@supports not (color: light-dark(#000, #fff)) {
  .all { color-scheme: light; }
}
@supports (color: light-dark(#000, #fff)) {
  .all { ${each(([light, dark]) => `light-dark(${light}, ${dark})`)} }
}
`;
