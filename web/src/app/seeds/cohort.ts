import type { ReadableAtom } from 'nanostores';
import type { Activity } from '../../protocol/commands';
import type { Fingerprint, Saved } from '../../protocol/run-commands';
import type { History } from '../experiment/history';
import type { ArmId } from '../settings/arms';

/** What one seed of an arm has come to. */
export interface SeedState {
  phase: 'waiting' | 'ready' | 'dead';
  activity: Activity;
  /** environment steps taken */
  steps: number;
  /** gradient updates made */
  updates: number;
  /** why it diverged or died, else `""` */
  message: string;
}

/** One seed of an arm. */
export interface Seed {
  readonly seed: string;
  /** Since step 0 of what it is now: another one once it has started over. */
  readonly history: History;
  /** Changes a few times a second, and whenever something new has been reported. */
  readonly $state: ReadableAtom<SeedState>;
  /** A checkpoint of it as it is now; rejects with `DeadWorkerError` if it is dead. */
  save(): Promise<Saved>;
  /** As `save`. */
  digest(): Promise<Fingerprint>;
}

/** The seeds of an arm; the first one is the run on display. */
export interface Cohort {
  readonly id: ArmId;
  readonly $seeds: ReadableAtom<readonly Seed[]>;
}

/** How far all seeds of all arms are. */
export interface Progress {
  /** environment steps taken, and those until every seed stops */
  steps: number;
  all: number;
  /** seeds that are where they stop, or go no further */
  whole: number;
  seeds: number;
  /** `null`: unknown, or nothing trains */
  secondsLeft: number | null;
}
