/** Where somebody reads in a long timeline, and how tall its stretches were when they were last drawn. */
export interface Place {
  /** Pixels between what is seen last and the newest line; 0 is the end. */
  fromEnd: number
  /** By the number of the stretch. */
  heights: Map<number, number>
}
