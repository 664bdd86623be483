import type { Path } from '../../core/scenario/diagnostic.ts'
import { isMap, type Json } from '../../core/scenario/edit/write.ts'
import type { Studio } from '../studio.ts'
import type { StepId } from './progress.ts'

/** Places that the guide can point at: how to bring each onto the screen, and how it is marked there. */

export type Place =
  | 'templates'
  | 'cities'
  | 'title'
  | 'first-line'
  | 'add-reply'
  | 'facts'
  | 'add-node'
  | 'problems'
  | 'play-from'
  | 'publish'
  | 'moods'
  | 'graph'
  | 'talk'
  | 'anywhere'
  | 'key'
  | 'vary'
  | 'proof'
  | 'play'
  | 'versions'
  | 'voice'
  | 'languages'
  | 'channel'
  | 'source'

export const PLACE_OF: Readonly<Record<StepId, Place>> = {
  pick: 'templates',
  title: 'title',
  line: 'first-line',
  facts: 'facts',
  node: 'add-node',
  reply: 'add-reply',
  mend: 'problems',
  play: 'play-from',
  publish: 'publish',
}

/** Those that stand on the shelf; all others are of the workbench. */
export const isOnShelf = (place: Place): boolean => place === 'templates' || place === 'cities'

interface Way {
  /** The element that is pointed at; `start`: the node that the call begins with. */
  readonly mark: (start: string) => string
  /** What must be chosen for it to be on the screen. */
  readonly choose?: (start: string) => Path
  readonly tab?: string
}

const mark = (name: string) => (): string => `[data-place="${name}"]`
const node = (start: string): Path => ['talk', 'nodes', start]

const WAYS: Readonly<Record<Place, Way>> = {
  templates: { mark: mark('templates') },
  cities: { mark: mark('cities') },
  title: { mark: mark('field.title'), choose: () => [] },
  'first-line': {
    mark: (start) => mark(`field.talk.nodes.${start}.caller`)(),
    choose: node,
  },
  'add-reply': { mark: mark('add-reply'), choose: node },
  facts: { mark: mark('outline.facts'), choose: () => ['facts'] },
  'add-node': { mark: mark('outline.nodes.add') },
  problems: { mark: mark('tab.problems'), tab: 'problems' },
  'play-from': { mark: mark('play-from'), choose: node },
  publish: { mark: mark('publish') },
  moods: { mark: mark('inspector'), choose: () => ['moods'] },
  graph: { mark: mark('graph') },
  talk: { mark: mark('inspector'), choose: () => ['talk'] },
  anywhere: { mark: mark('outline.anywhere'), choose: () => ['anywhere'] },
  key: { mark: mark('inspector'), choose: () => ['key'] },
  vary: { mark: mark('outline.vary'), choose: () => ['vary'] },
  proof: { mark: mark('tab.proof'), tab: 'proof' },
  play: { mark: mark('tab.play'), tab: 'play' },
  versions: { mark: mark('tab.versions'), tab: 'versions' },
  voice: { mark: mark('tab.voice'), tab: 'voice' },
  languages: { mark: mark('tab.languages'), tab: 'languages' },
  channel: { mark: mark('field.channel'), choose: () => [] },
  source: { mark: mark('source') },
}

/** The node that the call begins with, as the file names it. */
function startOf(content: unknown): string | null {
  const root = content as Json | undefined
  const talk = isMap(root) ? root.talk : undefined
  return isMap(talk) && typeof talk.start === 'string' ? talk.start : null
}

/** Brings a place onto the screen as far as the studio can. Returns the selector of its element. */
export function bringUp(place: Place, studio: Studio | null): string {
  const { mark: selector, choose, tab } = WAYS[place]
  const start = studio && startOf(studio.findings.get().content)
  if (choose && start !== null) studio?.selection.set({ path: choose(start), by: 'outline' })
  if (tab !== undefined) studio?.tab.set(tab)
  return selector(start ?? '')
}
