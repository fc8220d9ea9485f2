/** What a new desk needs before people find it useful, in the order in which it is asked for. */
export const setupSteps = ['name', 'team', 'hours', 'people', 'page', 'try'] as const
export type SetupStep = (typeof setupSteps)[number]
