/** Somebody who comes or goes. */
export interface Present {
  id: string
  kind: 'agent' | 'requester'
}

/** Who is here, kept in PostgreSQL, so that no cache takes anybody away by forgetting. */
export interface Presence {
  /** A device connected. `back`: nobody of this person's devices was, before. */
  arrive(connection: string, person: Present): Promise<{ back: boolean }>
  /** A device is gone. `gone`: it was the last one. */
  leave(connection: string, person: Present): Promise<{ gone: boolean }>
  /** This process lives. */
  renew(): Promise<void>
  /** Processes that were not seen for a while hold nobody any more. Returns who is gone because of that. */
  sweep(): Promise<string[]>
  /** Agents who are gone for longer than this and still own, speak, or ring. */
  goneAgents(graceSeconds: number): Promise<string[]>
  /** Agents who were disabled and still own or ring. */
  disabledAgents(): Promise<string[]>
  /** Waiting conversations whose timeline is wrong about whether the requester is here. */
  absentees(afterSeconds: number): Promise<{ conversation: string; absent: boolean }[]>
  /** This process ends. */
  end(): Promise<void>
}
