import { runDash } from '../../draw/line-style';
import { type RecordedId, RECORDED_IDS } from '../experiment/recorded';
import { $theme } from '../kit/color-theme';

/** Colours that no run has, for each theme; at least 4.5 : 1 against what is beneath. */
const COLORS = {
  light: ['#6b5200', '#4b4fa8', '#a3144e', '#4d5a66'],
  dark: ['#d8c25e', '#a9adf2', '#ff8fb0', '#b4c0cb'],
} as const;

/** How a recorded arm is drawn: never solid. */
export function recordedLook(id: RecordedId): { color: string; style: number; dash: number[] } {
  const place = RECORDED_IDS.indexOf(id);
  const style = 1 + place;
  return { color: COLORS[$theme.get()][place]!, style, dash: runDash(style) };
}
