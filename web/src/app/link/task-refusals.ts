/** Why modules that links name are no tasks of this page, by their texts. */
export const taskRefusals = new Map<string, string>();
