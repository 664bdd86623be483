import { type RobotRow, type Stage, stagesOf, type TrialGround, trial } from '../../robots/trial.ts'
import type { Command } from '../../sim/command.ts'
import type { Text } from '../primitives.ts'
import type { Scenario } from '../schema.ts'
import type { BestPath, BestStep } from './report.ts'
import { type ActWords, wordsOf } from './words.ts'

/** The best path, played: where it scores least over all variants. Null if nothing can be played. */
export function bestPath(
  scenario: Scenario,
  ground: TrialGround,
  rows: readonly RobotRow[],
): BestPath | null {
  const runs = rows.find(({ robot }) => robot === 'best')?.runs ?? 0
  let least: BestPath | null = null
  const stages = stagesOf(scenario, ground)
  for (let i = 0; i < Math.min(runs, stages.length); i += 1) {
    const stage = stages[i]
    if (!stage) continue
    const path = play(stage, ground, `run-${i}`)
    if (!least || path.points < least.points) least = path
  }
  return least
}

function play(stage: Stage, ground: TrialGround, seed: string): BestPath {
  const { card, journal } = trial('best', stage, ground, seed)
  const words = wordsOf(stage.rolled.scenario, ground)
  const steps: BestStep[] = []
  let node: string | null = null
  let ms = 0
  for (const entry of journal) {
    if (entry.origin === 'trainee') {
      const { command, at } = entry
      steps.push({ command, at, node, text: commandWords(command, words, ground) })
    } else if (entry.origin === 'script') {
      if (entry.happening.what === 'node') {
        ;({ node } = entry.happening)
        const last = steps.at(-1)
        if (last) steps[steps.length - 1] = { ...last, node }
      } else if (entry.happening.what === 'ended') ms = entry.at
    }
  }
  return {
    variant: stage.variant,
    steps,
    points: card.total ?? 0,
    ending: card.ending,
    ms,
  }
}

function commandWords(command: Command, words: ActWords, ground: TrialGround): Text {
  switch (command.do) {
    case 'say':
      return words({ kind: 'say', reply: command.reply, interrupts: false })
    case 'answer':
    case 'hold':
    case 'resume':
    case 'hang-up':
    case 'call-back':
      return words({ kind: command.do })
    case 'tell':
      return words({ kind: 'told', partner: command.partner })
    case 'bridge':
      return words({ kind: 'bridged', partner: command.partner, announced: command.announced })
    case 'transfer':
      return words({ kind: 'transferred', partner: command.partner, asked: command.asked })
    case 'set':
      return written(command.change.field, ground)
    case 'finish':
      return { zh: '办结', en: 'Record complete' }
    case 'leave':
      return { zh: '退出', en: 'Leave the call' }
    default: {
      const unit = ground.atlas.units.find(({ id }) => id === command.unit)
      const { zh, en } = unit?.name ?? { zh: command.unit, en: command.unit }
      return {
        send: { zh: `派出${zh}`, en: `Send ${en}` },
        recall: { zh: `召回${zh}`, en: `Recall ${en}` },
        update: { zh: `向${zh}补充情况`, en: `Update ${en}` },
        chase: { zh: `催问${zh}`, en: `Chase ${en}` },
      }[command.do]
    }
  }
}

function written(field: string, { taxonomy }: TrialGround): Text {
  const name = taxonomy.fields.find(({ id }) => id === field)?.name ?? { zh: field, en: field }
  return { zh: `填写${name.zh}`, en: `Fill in: ${name.en}` }
}
