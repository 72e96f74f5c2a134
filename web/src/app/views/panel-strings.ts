/** The words of the panel while it is closed. */
export const panelStrings = {
  title: 'Critic and policy',
  hint: 'What each run expects and would do, over two axes of your choice and in the current state',
} as const;
