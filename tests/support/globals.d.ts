declare namespace globalThis {
  /** What setup.mjs hands to teardown.mjs. */
  var engineRoom: { folder: string; postgres: { stop(): Promise<void> } } | undefined
}
