// Several things at a time.
import { availableParallelism } from 'node:os';

/**
 * Runs `tasks` on as many processors as there are, in order of their start.
 * @template T
 * @param {(() => Promise<T>)[]} tasks
 * @returns {Promise<T[]>} the results, in the order of the tasks
 */
export async function inParallel(tasks) {
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < tasks.length) {
      const mine = next++;
      results[mine] = await tasks[mine]();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
