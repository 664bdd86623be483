import type { Place } from './places.ts'

/** The chapters to look things up in, in this order, each with the place in the workbench that it is about. */
export const CHAPTERS = [
  { id: 'moods', place: 'moods' },
  { id: 'facts', place: 'facts' },
  { id: 'replies', place: 'graph' },
  { id: 'silence', place: 'talk' },
  { id: 'anywhere', place: 'anywhere' },
  { id: 'key', place: 'key' },
  { id: 'vary', place: 'vary' },
  { id: 'proof', place: 'proof' },
  { id: 'plans', place: 'play' },
  { id: 'versions', place: 'versions' },
  { id: 'languages', place: 'languages' },
  { id: 'voice', place: 'voice' },
  { id: 'cities', place: 'cities' },
  { id: 'text', place: 'channel' },
  { id: 'files', place: 'source' },
] as const satisfies readonly { readonly id: string; readonly place: Place }[]

export type ChapterId = (typeof CHAPTERS)[number]['id']
