/** What the page asks of the worker that solves small tasks exactly. */
export interface TableCommands {
  /** Rows of V of a policy and of the best one, as `AcpExactModule.tableValues` has them. */
  values: { args: [config: string, policy: Float64Array, alpha: number]; result: Float64Array };
}
