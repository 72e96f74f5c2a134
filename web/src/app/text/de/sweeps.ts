import type { sweepWords } from '../en/sweeps';
import type { Translated } from '../translated';

export const sweeps: Translated<typeof sweepWords> = {
  nothing: 'kein Lauf ist ganz',
  several: (paths) => `es sind mehrere Sweeps (${paths}); einen auf einmal öffnen`,
  otherRun: (path, id) => `${path}: ist nicht das Ergebnis allein des Laufs ${id}`,
  twice: (path, id) => `${path}: id: ${id} gibt es schon`,
  unevaluated: (config) => `${config}: jeder Seed hat ohne Auswertung geendet`,
  otherVersion: (config, reason) =>
    `config: „${config.slice(0, 200)}“ ist nicht von dieser Version: ${reason}`,
  unknown: (key) => `es gibt kein „${key}“`,
  noSeed: (seed, min, max) =>
    `der Seed „${seed.slice(0, 20)}“ ist keine ganze Zahl von ${min} bis ${max}`,
  seeds: (config, most) => `config: „${config.slice(0, 200)}“ hat mehr als ${most} Seeds`,
  runs: (most) => `es sind mehr als ${most} Läufe`,
  reading: (source) => `„${source}“ wird gelesen.`,
  notRun: (name, reason) => `„${name}“ wurde nicht hinzugefügt: ${reason}`,
  defaults: 'Standard',
  tooLarge: (most) => `mehr als ${most} MB`,
  tooMany: (most) => `mehr als ${most} Dateien`,
  broken: (path, reason) => `${path}: ist kein ganzes Archiv (${reason})`,

  noEnd: 'ein Sweep hat ein Ende; „Halt bei Schritt“ setzen',
  noneWhole: (steps) => `kein Lauf ist bis Schritt ${steps} gekommen, wo sie enden`,
  savedRuns: (name, whole, all, steps) =>
    `Gespeichert: ${name}, ${whole} von ${all} Läufen ganz bei Schritt ${steps}`,
  changedRuns: (ids) =>
    `Nicht dabei: ${ids}; keine Einstellungen beschreiben, was unterwegs geändert oder ` +
    `geladen wurde`,

  title: 'Aufgezeichnete Läufe',
  opened: (source, arms, runs, builds) =>
    `„${source}“: ${arms} Arme mit ${runs} Läufen, gemacht von Version ${builds}.`,
  builds: 'Die Läufe sind von mehreren Versionen, deren Ergebnisse nicht gleich sein müssen.',
  otherBuild: (build) => `Diese Seite ist Version ${build}.`,
  begun: (count) => `${count} begonnen und nicht ganz`,
  failed: (count) => `${count} gescheitert`,
  missing: (count) => `${count} nicht begonnen`,
  left: (list) => `Nicht dabei: ${list}.`,
  stopped: (id, list) => `${id} hat früh geendet: Seed ${list}.`,
  most: (count) => `Höchstens ${count} werden zugleich gezeigt.`,
  more: (shown, all) => `Aufgeführt sind die ersten ${shown} von ${all} Armen.`,
  show: (name) => `${name} zeigen`,
  settings: 'Mit diesen Einstellungen hier laufen',
  settingsHint: 'Fügt dem Experiment einen Lauf mit den Einstellungen dieses Arms hinzu',
  full: 'Ein Experiment hat höchstens vier Läufe; zuerst einen davon entfernen.',
  close: 'Schließen',
  closeHint: (source) => `Nimmt alle Läufe von „${source}“ von der Seite`,
  notOpened: (source, reason) =>
    `„${source}“ wurde nicht geöffnet: ${reason}. Alles ist, wie es war.`,
  label: (id, name, seeds) => `${id} · aufgezeichnet: ${name} · ${seeds}`,
  caption: (ids) =>
    `${ids}: aufgezeichnet von acp sweep; wie in acp report zählt jeder mit seiner letzten ` +
    'Auswertung.',
  otherTask: (id, own, other, task) =>
    `${id} ist von ${own}, ${other} von ${task}: ihre Returns sind nicht vergleichbar.`,
  notYet: (id, other) =>
    `${id} wird mit ${other} verglichen, sobald beide beim selben Schritt eine Auswertung haben.`,
  unpaired: (id, other, middle, low, high) =>
    `Ohne gemeinsame Seeds endet ein Lauf von ${id} mit Wahrscheinlichkeit ${middle} über einem ` +
    `von ${other} (95 %: ${low} bis ${high}).`,
};
