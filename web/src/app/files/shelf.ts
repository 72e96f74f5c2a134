import type { ArmId } from '../settings/arms';

/** A run as the browser keeps it. */
export interface KeptRun {
  run: ArmId;
  /** for people: its algorithm and environment */
  about: string;
  steps: number;
  /** milliseconds since 1970 */
  time: number;
  checkpoint: ArrayBuffer;
}

/** Where runs are kept from visit to visit: one place for each. */
export interface Shelf {
  all(): Promise<KeptRun[]>;
  put(kept: KeptRun): Promise<void>;
  clear(): Promise<void>;
}

/** There is no room. */
export class QuotaError extends Error {
  override name = 'QuotaError';
}

const [DATABASE, STORE] = ['actor-critic-playground', 'runs'];

/** The shelf in the browser's database. Rejects where there is none, as in some private windows. */
export async function openShelf(): Promise<Shelf> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'run' });
  const database = await done(opening);
  database.onversionchange = () => database.close();
  const store = (mode: IDBTransactionMode) =>
    database.transaction(STORE, mode, { durability: 'relaxed' }).objectStore(STORE);
  return {
    all: async () => (await done<unknown[]>(store('readonly').getAll())).filter(isKept),
    put: async (kept) => settled(store('readwrite').put(kept)),
    clear: async () => settled(store('readwrite').clear()),
  };
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(failure(request.error));
  });
}

/** Resolves once the whole transaction has been written. */
function settled({ transaction }: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction!.oncomplete = () => resolve();
    transaction!.onabort = () => reject(failure(transaction!.error));
  });
}

function failure(error: DOMException | null): Error {
  if (error?.name === 'QuotaExceededError') return new QuotaError(error.message);
  return error ?? new Error('the database does not answer');
}

function isKept(value: unknown): value is KeptRun {
  const { run, about, steps, time, checkpoint } = value as Partial<KeptRun>;
  return (
    typeof run === 'string' &&
    typeof about === 'string' &&
    Number.isSafeInteger(steps) &&
    Number.isFinite(time) &&
    checkpoint instanceof ArrayBuffer
  );
}
