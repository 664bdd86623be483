/** Local profiles: a name and a badge number on this machine, no account and no password. */

import type { LocalStore, Trainee } from '../../storage/ports.ts'
import { readSetting, writeSetting } from '../../ui/settings.ts'

const SETTING = 'trainee'

/** As long as an attempt's header can hold. */
export const MAX_NAME = 40
export const MAX_BADGE = 20

export interface ProfileFields {
  readonly name: string
  readonly badge: string
}

/** Without spaces at the ends and doubled in the middle. */
export function tidy({ name, badge }: ProfileFields): ProfileFields {
  const clean = (text: string) => text.trim().replace(/\s+/g, ' ')
  return { name: clean(name), badge: clean(badge) }
}

/** The fields that can't stay as they are; none if all is well. */
export function missing(fields: ProfileFields): readonly (keyof ProfileFields)[] {
  const { name, badge } = tidy(fields)
  const wrong: (keyof ProfileFields)[] = []
  if (name === '' || name.length > MAX_NAME) wrong.push('name')
  if (badge === '' || badge.length > MAX_BADGE) wrong.push('badge')
  return wrong
}

/** The profile to go on with: the last one used here, or the only one there is. */
export function currentOf(trainees: readonly Trainee[]): Trainee | null {
  const last = readSetting(SETTING)
  const [only] = trainees
  return trainees.find(({ id }) => id === last) ?? (trainees.length === 1 ? (only ?? null) : null)
}

/** Remembers who trains here. */
export function choose(trainee: Trainee): void {
  writeSetting(SETTING, trainee.id)
}

/** Makes a profile and chooses it; the same name and badge again is the same person. */
export async function enrol(
  store: Pick<LocalStore, 'newId' | 'addTrainee'>,
  known: readonly Trainee[],
  fields: ProfileFields,
  now: number,
): Promise<Trainee> {
  const { name, badge } = tidy(fields)
  const same = known.find((one) => one.name === name && one.badge === badge)
  const trainee = same ?? { id: store.newId(), name, badge, createdAt: Math.floor(now) }
  if (!same) await store.addTrainee(trainee)
  choose(trainee)
  return trainee
}
