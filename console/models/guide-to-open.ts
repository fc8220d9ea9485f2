import { signal } from '@preact/signals'

/** The guide that is shown first when the guides are opened next. */
export const guideToOpen = signal<string | null>(null)
