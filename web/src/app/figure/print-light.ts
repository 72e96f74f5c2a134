import { $theme } from '../kit/color-theme';

/** Paper is white: what is drawn for it has the colours of the light theme. */
let onScreen = $theme.get();
addEventListener('beforeprint', () => {
  onScreen = $theme.get();
  $theme.set('light');
});
addEventListener('afterprint', () => $theme.set(onScreen));
