import type { Point } from '../../draw/shapes';

/** Where on which canvas a pointer is. */
type Move = (at: Point, canvas: HTMLCanvasElement) => void;

/** Handlers that let a pointer drag something on a canvas, in whatever shadow that is. */
export function canvasDrag(move: Move): {
  down: (event: PointerEvent) => void;
  move: (event: PointerEvent) => void;
} {
  const follow = ({ clientX, clientY }: PointerEvent, canvas: HTMLCanvasElement) => {
    const { left, top } = canvas.getBoundingClientRect();
    move({ x: clientX - left, y: clientY - top }, canvas);
  };
  return {
    down(event) {
      const canvas = canvasOf(event);
      if (!canvas || event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      follow(event, canvas);
    },
    move(event) {
      const canvas = canvasOf(event);
      if (canvas?.hasPointerCapture(event.pointerId)) follow(event, canvas);
    },
  };
}

function canvasOf(event: PointerEvent): HTMLCanvasElement | null {
  const [target] = event.composedPath();
  return target instanceof HTMLCanvasElement ? target : null;
}
