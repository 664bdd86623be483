import { compile } from './compile.ts'
import type { Path } from './diagnostic.ts'
import type { Finder } from './finder.ts'
import type { Rolled } from './roll.ts'
import type { Script, ScriptReply } from './script.ts'
import { TURN_GAP_MS } from './speech.ts'
import { branchesIn, conditionsIn, keyItems, reactionsIn, stepsIn } from './spots.ts'

/** Words against time: windows that close before the words are said, and steps that contradict themselves. */

/** A silence shorter than this leaves no time to read the replies, ms. Own figure. */
const LEAST_SILENCE_MS = 3000
/** Nobody calls back in less, ms. Own figure. */
const LEAST_DROPPED_MS = 15_000
/** A sentence beyond this is too long to be said in one breath, ms (twice the cap of speech.ts). */
const LONGEST_SAY_MS = 12_000
/** Between hearing the last word and pressing a key, ms. Own figure. */
const PRESS_MS = 1500
/** To take in what was heard, find the right button and press it, ms. Own figure. */
const LEAST_TARGET_MS = 5000

const longer = (ms: { readonly zh: number; readonly en: number }): number => Math.max(ms.zh, ms.en)

export function checkWindows(rolled: Rolled, finder: Finder): void {
  const script = compile(rolled)
  within(rolled, script, finder)
  targets(rolled, finder)
  silences(rolled, finder)
  sentences(script, finder)
  const { dropped } = rolled.scenario.line
  if (dropped.for < LEAST_DROPPED_MS && script.callbacks.length > 0)
    finder.add(
      'SC054',
      ['line', 'dropped', 'for'],
      `断线后只有 ${dropped.for / 1000} 秒可以回拨。`,
      `Only ${dropped.for / 1000} s are left to call a dropped line back.`,
    )
  contradictions(rolled, script, finder)
}

/** `within` counts from the first word of the reply: the caller's answer must fit in, too. */
function within(rolled: Rolled, script: Script, finder: Finder): void {
  for (const { path, value } of conditionsIn(rolled)) {
    if (!value.within) continue
    const { of, for: window } = value.within
    const reply = script.replies.find(({ id }) => id === of || id.endsWith(`.${of}`))
    if (!reply) continue
    const least = longer(reply.ms) + TURN_GAP_MS
    const heard = least + answer(script, reply) + PRESS_MS
    const seconds = (ms: number): number => Math.ceil(ms / 1000)
    if (window <= least)
      finder.add(
        'SC054',
        [...path, 'within'],
        `说完“${reply.id}”就要 ${seconds(least)} 秒，${window / 1000} 秒的时间窗永远赶不上。`,
        `Saying '${reply.id}' alone takes ${seconds(least)} s; a window of ${window / 1000} s is never met.`,
        { severity: 'error' },
      )
    else if (window < heard)
      finder.add(
        'SC054',
        [...path, 'within'],
        `说完并听完回答要 ${seconds(heard)} 秒，${window / 1000} 秒之内只有打断才赶得上。`,
        `Saying it and hearing the answer takes ${seconds(heard)} s; only an interruption meets a window of ${window / 1000} s.`,
      )
  }
}

/** Targets and limits of the key that nobody's hand can meet. */
function targets(rolled: Rolled, finder: Finder): void {
  const { key } = rolled.scenario
  const meet = (path: Path, ms: number | undefined): void => {
    if (ms !== undefined && ms < LEAST_TARGET_MS)
      finder.add(
        'SC054',
        path,
        `${ms / 1000} 秒之内谁也做不到。`,
        `Nobody can do that within ${ms / 1000} s.`,
        { severity: 'error' },
      )
  }
  for (const { path, value } of keyItems(rolled, 'partners', key.partners))
    meet([...path, 'within'], value.within)
  for (const { path, value } of keyItems(rolled, 'stage', key.stage))
    meet([...path, 'span', 0], value.span[0])
  for (const { path, value } of keyItems(rolled, 'critical', key.critical))
    if (value.on && 'within' in value.on) meet([...path, 'on', 'within'], value.on.within)
  for (const [name, span] of Object.entries(key.targets))
    meet(['key', 'targets', name, 0], span?.[0])
}

/** How long the caller's answer lasts at least, ms. */
function answer(script: Script, reply: ScriptReply): number {
  const lasts = reply.fx.goto.map(({ to }) => {
    const lines = script.nodes[to]?.lines ?? []
    return lines.length === 0 ? 0 : Math.min(...lines.map(({ ms }) => longer(ms)))
  })
  return lasts.length === 0 ? 0 : Math.min(...lasts)
}

/** Where nothing can be said, a short silence is only the story going on. */
function silences(rolled: Rolled, finder: Finder): void {
  const { talk } = rolled.scenario
  const list = Object.entries(talk.nodes).flatMap(([id, { silence, replies, use }]) =>
    silence && (replies || use)
      ? [{ path: ['talk', 'nodes', id, 'silence', 'after'], after: silence.after }]
      : [],
  )
  list.push({ path: ['talk', 'silence', 'after'], after: talk.silence.after })
  for (const { path, after } of list)
    if (after < LEAST_SILENCE_MS)
      finder.add(
        'SC054',
        path,
        `${after / 1000} 秒来不及看完回复，更来不及说。`,
        `${after / 1000} s don't suffice to read the replies, let alone to speak.`,
      )
}

function sentences(script: Script, finder: Finder): void {
  for (const reply of script.replies) {
    const { zh, en } = reply.text
    // speech.ts caps a sentence's time; this looks at the words themselves
    const ms = Math.max(zh.length * 170, en.split(/\s+/).length * 300)
    if (ms > LONGEST_SAY_MS)
      finder.add(
        'SC054',
        [...reply.path, 'say'],
        `这句话要说 ${Math.round(ms / 1000)} 秒，一口气说不完。`,
        `This sentence takes ${Math.round(ms / 1000)} s; nobody says it in one breath.`,
      )
  }
}

function contradictions(rolled: Rolled, script: Script, finder: Finder): void {
  for (const { path, fx } of stepsIn(rolled))
    if (fx.end !== undefined && branchesIn(rolled, path, fx.goto).length > 0)
      finder.add(
        'SC038',
        [...path, 'end'],
        '写了 end，又写了 goto。',
        'There is an `end` and a `goto`.',
      )
  for (const { path, value } of reactionsIn(rolled)) {
    if (!('trainee' in value.on) || value.on.trainee !== 'hang-up' || value.end !== undefined)
      continue
    const to = branchesIn(rolled, path, value.goto).map((branch) => branch.value.to)
    const ends = to.length > 0 && to.every((id) => script.nodes.find((node) => node.id === id)?.end)
    if (!ends)
      finder.add(
        'SC037',
        [...path, 'on'],
        '学员挂断时会走到这里，但通话没有结束。',
        'Hanging up leads here, but the call goes on.',
      )
  }
}
