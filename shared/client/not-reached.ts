/** The question did not get through, or its answer did not come back: whoever asked may ask again. */
export class NotReached extends Error {}
