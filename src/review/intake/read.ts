import { sha256 } from '../../core/scenario/hash.ts'
import { type FileAttempt, parseAttemptFile } from '../../core/sim/file.ts'
import type { Incoming } from '../../storage/review/ports.ts'
import type { Refused } from './protocol.ts'

/** A file of attempts, checked and made ready to be kept. Pure but for the digest, which the browser makes where it can. */

/** The text that is kept of an attempt: the same for the same content, whatever the file's layout was. */
export function keptText({ attempt, status, result, seal }: FileAttempt): string {
  const { header, entries } = attempt
  return JSON.stringify(
    seal ? { header, entries, status, result, seal } : { header, entries, status, result },
  )
}

/** SHA-256 as hex digits. */
export async function digestOf(text: string): Promise<string> {
  // the browser's own is many times faster, and is missing outside secure contexts
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return sha256(text)
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function incoming(one: FileAttempt, file: string): Promise<Incoming> {
  const { header } = one.attempt
  const text = keptText(one)
  return {
    row: {
      id: header.id,
      digest: await digestOf(text),
      trainee: header.trainee.id,
      name: header.trainee.name,
      badge: header.trainee.badge,
      scenario: header.scenario.id,
      version: header.scenario.version,
      at: header.startedAt,
      demo: header.demo === true,
      station: one.seal?.station ?? null,
      file,
      standing: 'waiting',
      detail: '',
      n: null,
    },
    text,
  }
}

/** Reads a file's text: what can be kept, and what can't and why. Never throws for what the file holds. */
export function readFileText(
  file: string,
  text: string,
): { readonly attempts: readonly FileAttempt[]; readonly refused: readonly Refused[] } {
  const { attempts, refused } = parseAttemptFile(text)
  const over: FileAttempt[] = []
  const problems: Refused[] = refused.map(({ attempt, code, why }) => ({
    file,
    attempt,
    code,
    why,
  }))
  for (const one of attempts) {
    if (one.status === 'finished' || one.status === 'left') over.push(one)
    else
      problems.push({
        file,
        attempt: one.attempt.header.id,
        code: 'unfinished',
        why: `the attempt is ${one.status}`,
      })
  }
  return { attempts: over, refused: problems }
}
