import { distance, type Point } from '../../draw/shapes';

/** CSS pixels that a pointer may move during a click. */
const STILL = 6;

/** What a press of the pointer met. */
export interface Grip {
  /** it took hold of what can be dragged */
  isHeld: boolean;
  /** it turns the camera */
  isTurning: boolean;
  /** it may become a click */
  isClickable: boolean;
}

/** Follows one pointer over a picture: where it drags to, how far it turns, where it clicks. */
export class Pointing {
  #at: Point | null = null;
  #start: Point = { x: 0, y: 0 };
  #grip: Grip = { isHeld: false, isTurning: false, isClickable: false };

  press(at: Point, grip: Grip): void {
    this.#at = at;
    this.#start = at;
    this.#grip = grip;
  }

  /** The pixels to the right by which the camera is turned. */
  move(at: Point): number {
    if (!this.#at) return 0;
    const pixels = this.#grip.isTurning ? at.x - this.#at.x : 0;
    this.#at = at;
    return pixels;
  }

  /** Ends the press; the place of the click, if it was one. */
  release(at: Point): Point | null {
    const isClick =
      this.#at !== null &&
      this.#grip.isClickable &&
      !this.#grip.isHeld &&
      distance(this.#start, at) <= STILL;
    this.#at = null;
    return isClick ? this.#start : null;
  }

  cancel(): void {
    this.#at = null;
  }

  /** Where what is held should be, or `null` if nothing is held. */
  get dragged(): Point | null {
    return this.#grip.isHeld ? this.#at : null;
  }
}
