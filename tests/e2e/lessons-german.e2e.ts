import { expect, test } from 'vitest';
import { useStage } from './browser';
import { lessonsIn, rightly, walk } from './lesson-walk';

const stage = useStage();

test.each(lessonsIn('de'))(
  '%s is walked to its end in German',
  { timeout: 400_000 },
  async (_, lesson) => {
    expect(await walk(stage, lesson, rightly, 'de')).toBe(100);
  },
);
