import type { Attempt } from './attempt.ts'
import type { FileAttempt, FileTrainee } from './file.ts'

/** Writes attempt files; file.ts reads them. Apart from it because writing needs no checker, and must always be at hand. */

/** The bundle version that we write: 1 where nothing is sealed, so that older programs can read it. */
export const BUNDLE_VERSION = 2
/** Longest text that is looked at, in UTF-16 units: about 40 attempts of the longest kind, thousands of usual ones. */
export const MAX_FILE_CHARS = 64 * 1024 * 1024

/** One attempt as a file's text: an entry a line, so that people can read and compare it. */
export function serialiseAttempt(one: Attempt): string {
  return `{"format":"first-ring-attempt","formatVersion":1,\n${body(one)}}\n`
}

/** The same with what is beside its journal, and its seal. */
export function serialiseSealed(item: FileAttempt): string {
  return `{"format":"first-ring-attempt","formatVersion":2,\n${itemBody(item)}}\n`
}

/** Many attempts, and the trainees who made them, as one file's text. */
export function serialiseBundle(
  items: readonly FileAttempt[],
  trainees: readonly FileTrainee[],
): string {
  const version = items.some((item) => item.seal) ? BUNDLE_VERSION : 1
  const attempts = items.map((item) => `{${itemBody(item)}}`)
  const people = trainees.map((trainee) => JSON.stringify(trainee))
  return `{"format":"first-ring-attempts","formatVersion":${version},"readableFrom":${version},\n"trainees":[${people.join(',\n')}],\n"attempts":[\n${attempts.join(',\n')}\n]}\n`
}

function itemBody({ status, result, attempt, seal }: FileAttempt): string {
  const sealed = seal === undefined ? '' : `"seal":${JSON.stringify(seal)},\n`
  return `"status":${JSON.stringify(status)},"result":${JSON.stringify(result)},\n${sealed}${body(attempt)}`
}

function body(one: Attempt): string {
  const lines = one.entries.map((each) => JSON.stringify(each))
  return `"header":${JSON.stringify(one.header)},\n"entries":[\n${lines.join(',\n')}\n]`
}
