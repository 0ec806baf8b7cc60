import { Anchor, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep teal, from a tint to ink. */
const teal: MantineColorsTuple = [
  ...(['#eaf6f5', '#d6eae8', '#acd5d1', '#7fbfb9', '#5aada5'] as const),
  ...(['#42a299', '#2f8f87', '#1f756e', '#125f59', '#044a45'] as const),
];

/** Amber for "soon", a quiet red for "late" and "blocked"; nothing else is coloured. */
export const theme = createTheme({
  primaryColor: 'deep-teal',
  primaryShade: 7,
  colors: { 'deep-teal': teal },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // A link in a sentence is told by its line, not by its colour alone (WCAG 1.4.1).
  components: { Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }) },
});
