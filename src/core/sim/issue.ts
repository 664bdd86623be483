import type { z } from 'zod'

/** What is wrong with something from a file, in a few plain words: what a file holds is untrusted, and may be long. */

export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'not as it should be'
  const place = issue.path.map(String).join('.')
  return shown(place === '' ? issue.message : `${place}: ${issue.message}`)
}

/** A short, plain form of something from a file, fit for a message. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? value : typeof value === 'number' ? String(value) : typeof value
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
