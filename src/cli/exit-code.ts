/** What the command came to. design.md, "The command". */
export const exitCode = { fine: 0, badInput: 1, wrongUsage: 2, ourFault: 3 } as const;
