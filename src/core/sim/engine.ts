/** Bumped whenever the same commands would give another journal: older attempts are then read, not replayed. */
export const ENGINE_VERSION = 1
