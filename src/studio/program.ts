import { CHECKER_URL } from './checker/thread.ts'
import { LAYOUT_URL } from './graph/layoutThread.ts'

/**
 * Names what reads a draft and lays it out, since the addresses of built threads name their content. Null while the
 * program is being written on: then nothing tells one from the next.
 */
export const PROGRAM: string | null = import.meta.env.PROD ? `${CHECKER_URL} ${LAYOUT_URL}` : null
