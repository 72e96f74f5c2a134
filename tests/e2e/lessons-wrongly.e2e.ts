import { expect, test } from 'vitest';
import { useStage } from './browser';
import { lessonsIn, walk, wrongly } from './lesson-walk';

const stage = useStage();

test.each(lessonsIn('de'))(
  '%s is walked to its end with every wrong answer, in German',
  { timeout: 600_000 },
  async (_, lesson) => {
    const score = await walk(stage, lesson, wrongly, 'de');
    const hasReasons = lesson.steps.some(({ task }) => task.kind === 'explain');
    if (hasReasons) expect(score).toBeLessThan(100);
    else expect(score).toBe(100);
  },
);
