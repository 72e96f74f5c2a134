import { css, html, nothing } from 'lit';
import { drag, push } from './acting';
import { $theme, drawingTheme, runColor } from '../kit/color-theme';
import type { EnvironmentDrawing, Scene } from '../../draw/environment';
import type { Point } from '../../draw/shapes';
import type { Theme } from '../../draw/theme';
import type { Environment } from '../../protocol/catalog';
import { PlaygroundElement } from '../experiment/element';
import { embedding, isLocked } from '../kit/embedding';
import { EachFrame, Resizing } from '../kit/controllers';
import { loaded } from '../kit/loaded';
import { $drawings, drawingOf } from './drawings';
import { Pointing } from './pointing';
import type { Arm } from '../experiment/arm';
import { strings } from '../text/en/page';
import { base } from '../kit/styles';
import type { Viewer } from '../experiment/viewer';

const words = () => strings().card;
/** Radians by which a pixel turns the camera, and a key. */
const [PER_PIXEL, PER_KEY] = [0.01, Math.PI / 12];

/** The canvas on which the current policy of a run acts. */
class RunStage extends PlaygroundElement {
  static override properties = { arm: { attribute: false }, edit: { state: true } };
  declare arm: Arm;
  /** what came of the last edit of the picture, as long as the settings are those it made */
  declare private edit: { notice: string; settings: unknown };
  static override styles = [
    base,
    css`
      canvas {
        display: block;
        width: 100%;
        height: var(--stage-height, clamp(11rem, 62cqi, 17rem));
        cursor: grab;
      }
      canvas:active {
        cursor: grabbing;
      }
      .editable canvas {
        cursor: pointer;
      }
      .turnable canvas {
        touch-action: pan-y;
      }
      .stage:focus-visible {
        outline-offset: -3px;
      }
      p {
        padding: 0 var(--space-4) var(--space-3);
        font-size: var(--text-xs);
        text-wrap: pretty;
      }
      p:empty {
        display: none;
      }
    `,
  ];
  #size = { width: 0, height: 0 };
  #theme: Theme | undefined;
  #color = '';
  #shown: Viewer | undefined;
  #environment: Environment | undefined;
  /** radians, as in `Scene` */
  #turn = 0;
  readonly #pointing = new Pointing();

  constructor() {
    super();
    this.edit = { notice: '', settings: null };
    new EachFrame(this, (now) => this.#draw(now));
    new Resizing(
      this,
      () => this.canvas,
      () => this.#resize(),
    );
  }

  protected override stores() {
    return [$theme, this.playground.$settings, $drawings];
  }

  override render() {
    const { environment } = this.playground.resolved(this.arm.id);
    const drawing = drawingOf(environment.id);
    if (drawing === null) return html`<p class="muted">${words().noDrawing}</p>`;
    const label = words().canvas(this.arm.id, environment.title);
    const editor = drawing?.editor;
    const isEditable = editor !== undefined && !isLocked(editor.key);
    const isTurnable = drawing?.isTurnable === true;
    const keys = isTurnable ? `${words().canvasKeys} ${words().turnKeys}` : words().canvasKeys;
    const isCurrent = this.edit.settings === this.playground.$settings.get();
    return html`
      <div
        class="stage ${isEditable ? 'editable' : ''} ${isTurnable ? 'turnable' : ''}"
        role="group"
        tabindex="0"
        aria-label=${`${label}. ${keys}`}
        @keydown=${(event: KeyboardEvent) => this.#press(event)}
      >
        <canvas
          role="img"
          aria-label=${label}
          @touchstart=${{ handleEvent: (event: TouchEvent) => this.#touch(event), passive: false }}
          @pointerdown=${(event: PointerEvent) => this.#grip(event)}
          @pointermove=${(event: PointerEvent) =>
            this.#turnBy(PER_PIXEL * this.#pointing.move(pixelOf(event)))}
          @pointerup=${(event: PointerEvent) => void this.#release(event)}
          @pointercancel=${() => this.#pointing.cancel()}
        ></canvas>
      </div>
      ${isEditable && !embedding.isStageOnly ? html`<p class="muted">${words().edit}</p>` : nothing}
      <p role="status">${isCurrent ? this.edit.notice : ''}</p>
    `;
  }

  override updated(): void {
    this.#environment = this.playground.resolved(this.arm.id).environment;
    this.#theme = drawingTheme('--sunken');
    this.#color = runColor(this.arm.id);
    this.#shown = undefined;
    this.#draw(performance.now());
  }

  get canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  #press(event: KeyboardEvent): void {
    const side = ({ ArrowLeft: 'left', ArrowRight: 'right' } as const)[event.key];
    if (!side) return;
    event.preventDefault();
    const environment = this.#environment!;
    if (event.shiftKey && drawingOf(environment.id)?.isTurnable) {
      this.#turnBy(side === 'left' ? -PER_KEY : PER_KEY);
    } else {
      void push(this.arm.run, side, environment);
    }
  }

  #turnBy(angle: number): void {
    if (angle === 0) return;
    this.#turn += angle;
    this.#shown = undefined;
  }

  /** A touch that takes hold must not scroll the page. */
  #touch(event: TouchEvent): void {
    const [touch] = event.changedTouches;
    const canvas = this.canvas!.getBoundingClientRect();
    const pixel = touch && { x: touch.clientX - canvas.x, y: touch.clientY - canvas.y };
    if (pixel && this.#isHeld(pixel)) event.preventDefault();
  }

  #isHeld(pixel: Point): boolean {
    const picture = this.#picture(performance.now());
    return picture?.drawing.holds(pixel, picture.scene, this.#size) ?? false;
  }

  #grip(event: PointerEvent): void {
    const picture = this.#picture(performance.now());
    if (event.button !== 0 || !picture) return;
    const pixel = pixelOf(event);
    const isClickable = picture.drawing.cellAt !== undefined;
    const isAnywhere = event.pointerType === 'mouse' && !isClickable;
    const isOn = this.#isHeld(pixel);
    const isTurning = picture.drawing.isTurnable === true && !isOn;
    const isHeld = isOn || (isAnywhere && !isTurning);
    this.canvas!.setPointerCapture(event.pointerId);
    this.#pointing.press(pixel, { isHeld, isTurning, isClickable });
  }

  async #release(event: PointerEvent): Promise<void> {
    const click = this.#pointing.release(pixelOf(event));
    const picture = click && this.#picture(performance.now());
    const cell = picture?.drawing.cellAt?.(click!, picture.scene, this.#size);
    const editor = picture?.drawing.editor;
    if (!cell || !editor || isLocked(editor.key)) return;
    const { key } = editor;
    const { parameters, values } = this.playground.resolved(this.arm.id);
    const parameter = parameters.find((each) => each.key === key);
    const { cycleCell } = await loaded(editor.load);
    const value = cycleCell(values.get(key) ?? '', cell.row, cell.column);
    if (!parameter || value === null) {
      this.#tell(words().lastOfItsKind);
      return;
    }
    const ids = this.playground.having(key);
    const { change } = await loaded(() => import('../experiment/change'));
    const complaints = await change(this.playground, parameter, value, ids);
    this.#tell(complaints.get(key) ?? words().edited(ids.map(words().runName).join(', ')));
  }

  #tell(notice: string): void {
    this.edit = { notice, settings: this.playground.$settings.get() };
  }

  #resize(): void {
    const { canvas } = this;
    if (!canvas) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    this.#size = { width, height };
    this.#shown = undefined;
  }

  #draw(now: number): void {
    this.#drag(now);
    const { viewer } = this.arm.run;
    if (viewer === this.#shown && !viewer.isMoving(now)) return;
    const picture = this.#picture(now);
    if (!picture || !this.#theme || this.#size.width === 0) return;
    // From now on it is black where nothing is drawn.
    const context = this.canvas?.getContext('2d', { alpha: false });
    if (!context) return;
    const { width, height } = this.#size;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.fillStyle = this.#theme.ground;
    context.fillRect(0, 0, width, height);
    picture.drawing.draw(context, picture.scene, this.#size, this.#theme);
    if (viewer !== this.#shown) performance.mark(`picture-${this.arm.id}`);
    this.#shown = viewer;
  }

  /** Once per frame, so that what is held stays where the pointer is. */
  #drag(now: number): void {
    const { dragged } = this.#pointing;
    const picture = dragged && this.#picture(now);
    if (!picture) return;
    const { x, y } = picture.drawing.pointAt(dragged, picture.scene, this.#size);
    void drag(this.arm.run, x, y);
  }

  #picture(now: number): { drawing: EnvironmentDrawing; scene: Scene } | null {
    const environment = this.#environment;
    const drawing = environment && drawingOf(environment.id);
    if (!environment || !drawing) return null;
    const scene = this.arm.run.viewer.scene(drawing, environment.draw, this.#color, now);
    return scene && { drawing, scene: { ...scene, turn: this.#turn } };
  }
}

function pixelOf(event: PointerEvent): Point {
  return { x: event.offsetX, y: event.offsetY };
}

customElements.define('run-stage', RunStage);
