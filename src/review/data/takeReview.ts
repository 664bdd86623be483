import type { Remark } from '../../core/review/remark.ts'
import { isReviewFile, readReviewFile } from '../../core/review/reviewFile.ts'
import { type SortedOut, sortOut } from '../../core/review/sortOut.ts'
import type { Person, ReviewStore, Station } from '../../storage/review/ports.ts'
import {
  type IntakeFile,
  type IntakeParts,
  type Report,
  takeFiles,
  type Work,
} from '../intake/intake.ts'
import type { Refused } from '../intake/protocol.ts'

/** Files of another review, or of a workstation that answers: remarks, groups, workstations. */

export interface PickedFile extends IntakeFile {
  slice(from: number, to: number): { text(): Promise<string> }
}

interface ReviewReport {
  readonly remarks: SortedOut<Remark>
  readonly people: SortedOut<Person>
  /** Not enrolled here: a file alone makes nobody trusted. */
  readonly strangers: readonly Station[]
  readonly refused: readonly Refused[]
}

/** What files of any kind came to. `beside`: null if all were files of attempts. */
export interface Taken {
  readonly report: Report
  readonly beside: Beside | null
}

export interface Beside extends Omit<ReviewReport, 'refused'> {
  /** New remarks on attempts that aren't here: they stand there once those come. */
  readonly ahead: number
}

/** Takes in attempts and what other reviews and workstations say of them. Rejects with Cancelled if told to stop. */
export async function takeAll(
  files: readonly PickedFile[],
  parts: IntakeParts,
  how: Work,
): Promise<Taken> {
  const { reviews, others } = await reviewFiles(files)
  const { refused, ...said } = await takeReview(reviews, parts.store)
  const found = await takeFiles(others, parts, how)
  return {
    report: { ...found, refused: [...refused, ...found.refused] },
    beside:
      reviews.length === 0
        ? null
        : { ...said, ahead: await aheadOf(said.remarks.fresh, parts.store) },
  }
}

/** Which of the files are such; the others are attempts, or will be refused as none. */
async function reviewFiles<F extends PickedFile>(
  files: readonly F[],
): Promise<{ readonly reviews: readonly F[]; readonly others: readonly F[] }> {
  const reviews: F[] = []
  const others: F[] = []
  for (const file of files) {
    const start = await file
      .slice(0, 200)
      .text()
      .catch(() => '')
    if (isReviewFile(start)) reviews.push(file)
    else others.push(file)
  }
  return { reviews, others }
}

/** Adds what is new. What is here with another content stays as it is here; nobody is enrolled. */
async function takeReview(files: readonly IntakeFile[], store: ReviewStore): Promise<ReviewReport> {
  const remarks: Remark[] = []
  const people: Person[] = []
  const stations: Station[] = []
  const refused: Refused[] = []
  for (const { name, text } of await texts(files, refused)) {
    const read = readReviewFile(text)
    remarks.push(...read.remarks)
    people.push(...read.people)
    stations.push(...read.stations)
    refused.push(...read.refused.map((one) => ({ file: name, attempt: '', ...one })))
  }
  const said = sortOut(remarks, await store.remarks(), ({ id }) => id)
  await store.takeRemarks(said.fresh)
  const known = sortOut(people, await store.people(), ({ badge }) => badge)
  await store.setPeople(known.fresh)
  const enrolled = await store.stations()
  const { fresh: strangers } = sortOut(
    stations.filter(({ id }) => !enrolled.some((one) => one.id === id)),
    [],
    ({ id }) => id,
  )
  return { remarks: said, people: known, strangers, refused }
}

async function texts(
  files: readonly IntakeFile[],
  refused: Refused[],
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const read: { readonly name: string; readonly text: string }[] = []
  for (const file of files)
    try {
      const text = new TextDecoder().decode(await file.arrayBuffer())
      read.push({ name: file.name, text })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      refused.push({ file: file.name, attempt: '', code: 'unreadable', why })
    }
  return read
}

async function aheadOf(remarks: readonly Remark[], store: ReviewStore): Promise<number> {
  const ids = remarks.flatMap(({ what }) => ('attempt' in what ? [what.attempt] : []))
  const here = await store.known([...new Set(ids)])
  return ids.filter((id) => !here.has(id)).length
}
