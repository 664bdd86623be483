import type { Path } from '../diagnostic.ts'
import type { Text } from '../primitives.ts'

/** An edit that can't be made, and why, for the trainer. */
export class EditError extends Error {
  override readonly name = 'EditError'
  readonly why: Text

  constructor(zh: string, en: string) {
    super(en)
    this.why = { zh, en }
  }
}

export function notThere(path: Path): EditError {
  const where = path.join('.')
  return new EditError(`文件里没有 ${where}。`, `The file has no ${where}.`)
}

const ID = /^[a-z][a-z0-9-]{0,39}$/
const RESERVED: ReadonlySet<string> = new Set(['constructor', 'prototype'])

/** Refuses what is no id. */
export function mustBeId(name: string, loose = false): void {
  const fits = loose ? /^[a-z0-9][a-z0-9-]{0,39}$/.test(name) : ID.test(name)
  if (!fits || RESERVED.has(name))
    throw new EditError(
      `“${name}”不能作名字：用小写字母、数字和连字符，以字母开头，最多 40 个字符。`,
      `'${name}' can't be a name: use lower case letters, digits and hyphens, start with a letter, at most 40 characters.`,
    )
}

export function taken(name: string): EditError {
  return new EditError(`“${name}”这个名字已经有了。`, `There is already one called '${name}'.`)
}
