/** The letter of an arm: what is compared with the others. */
export type ArmId = 'A' | 'B' | 'C' | 'D';
export const ARM_IDS: readonly ArmId[] = ['A', 'B', 'C', 'D'];
