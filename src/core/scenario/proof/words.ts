import type { Atlas } from '../../sim/atlas.ts'
import type { Taxonomy } from '../../taxonomy/taxonomy.ts'
import type { Text } from '../primitives.ts'
import type { Scenario } from '../schema.ts'
import type { RouteAct, RouteStep, Traced } from './route.ts'

/** What happens on a route, in words that a trainer would use. */

export type ActWords = (act: RouteAct) => Text

export function inWords(steps: readonly Traced[], words: ActWords): readonly RouteStep[] {
  return steps.map((step) => ({ ...step, text: words(step.act) }))
}

interface Ground {
  readonly atlas: Atlas
  readonly taxonomy: Pick<Taxonomy, 'units'>
}

/** The words of a scenario's acts; names that nobody knows are shown as their ids. */
export function wordsOf({ talk, world }: Scenario, ground: Ground | null): ActWords {
  const units = new Map<string, Text>(ground?.taxonomy.units.map(({ id, name }) => [id, name]))
  const partners = new Map<string, Text>([
    ...(ground?.atlas.partners ?? []).map(({ id, name }) => [id, name] as const),
    ...Object.entries(world.partners).map(([id, { name }]) => [id, name] as const),
  ])
  const replies = new Map<string, Text>()
  for (const [owner, list] of [
    ...Object.entries(talk.groups),
    ...Object.entries(talk.nodes).map(([id, node]) => [id, node.replies ?? {}] as const),
  ])
    for (const [id, { say }] of Object.entries(list)) replies.set(`${owner}.${id}`, say)
  const named = (names: ReadonlyMap<string, Text>, id: string): Text =>
    names.get(id) ?? { zh: id, en: id }
  return (act) => {
    switch (act.kind) {
      case 'say': {
        const { zh, en } = named(replies, act.reply)
        return act.interrupts
          ? { zh: `打断：“${zh}”`, en: `Interrupting: “${en}”` }
          : { zh: `“${zh}”`, en: `“${en}”` }
      }
      case 'sent': {
        const { zh, en } = named(units, act.unit)
        return { zh: `派出${zh}`, en: `${en} sent` }
      }
      case 'arrived': {
        const { zh, en } = named(units, act.unit)
        return act.place === 'right'
          ? { zh: `${zh}到达现场`, en: `${en} arrives` }
          : { zh: `${zh}到了别处`, en: `${en} arrives at a wrong place` }
      }
      case 'told': {
        const { zh, en } = named(partners, act.partner)
        return { zh: `通知${zh}`, en: `${en} told` }
      }
      case 'bridged': {
        const { zh, en } = named(partners, act.partner)
        return act.announced
          ? { zh: `告知后接入${zh}`, en: `${en} joins, announced` }
          : { zh: `没有告知就接入${zh}`, en: `${en} joins unannounced` }
      }
      case 'transferred': {
        const { zh, en } = named(partners, act.partner)
        return act.asked
          ? { zh: `征得同意后转接${zh}`, en: `Handed to ${en}, having asked` }
          : { zh: `没有征求就转接${zh}`, en: `Handed to ${en} without asking` }
      }
      case 'silence':
        return { zh: `沉默 ${seconds(act.ms)} 秒`, en: `Silence for ${seconds(act.ms)} s` }
      case 'held':
        return { zh: `保持 ${seconds(act.ms)} 秒`, en: `On hold for ${seconds(act.ms)} s` }
      case 'clock':
        return { zh: `到 ${clock(act.ms)}`, en: `At ${clock(act.ms)}` }
      case 'later':
        return { zh: `“${act.reaction}”的延时到`, en: `The delay of '${act.reaction}' is over` }
      default:
        return PLAIN[act.kind]
    }
  }
}

const PLAIN = {
  answer: { zh: '接听', en: 'Answer' },
  'give-up': { zh: '一直没人接，对方挂断', en: 'Nobody answers; the caller gives up' },
  hold: { zh: '请对方稍等（保持）', en: 'Put on hold' },
  resume: { zh: '恢复通话', en: 'Resume' },
  'hang-up': { zh: '挂断', en: 'Hang up' },
  'call-back': { zh: '回拨', en: 'Call back' },
  'picked-up': { zh: '对方接起', en: 'They pick up' },
  'no-answer': { zh: '回拨没人接', en: 'No answer' },
  lost: { zh: '断线后没能再接通', en: 'The line stays lost' },
} as const satisfies Readonly<Record<string, Text>>

const seconds = (ms: number): string => String(Math.round(ms / 100) / 10)

/** `1:05` */
function clock(ms: number): string {
  const whole = Math.floor(ms / 1000)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
