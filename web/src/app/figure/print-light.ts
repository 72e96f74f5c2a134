import { $theme, type ThemeName } from '../kit/color-theme';

/** Paper is white: what is drawn for it has the colours of the light theme. */
let onScreen: ThemeName | null = null;
addEventListener('beforeprint', () => {
  onScreen ??= $theme.get();
  $theme.set('light');
});
addEventListener('afterprint', () => {
  if (onScreen) $theme.set(onScreen);
  onScreen = null;
});
