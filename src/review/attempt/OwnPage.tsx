import { type ComponentType, useEffect, useState } from 'react'
import { threadsForTrainee } from '../../core/review/forTrainee.ts'
import { loadNamespaces, useT } from '../../ui/i18n/i18n.ts'
import type { Reviewing } from '../../ui/reviewing.ts'
import type { PageProps } from '../../ui/services.ts'
import type { DebriefRoom } from './AttemptPage.tsx'

interface Said {
  readonly attempt: string
  readonly count: number
  readonly Tools: Reviewing['Tools']
}

/** A trainee's own debrief; what reviewers said of the call stands in it, if they said anything. */
export function ownPage(Debrief: DebriefRoom): ComponentType<PageProps> {
  return function OwnPage(props: PageProps) {
    const t = useT('review')
    const { services, params } = props
    const { attemptId = '' } = params
    const [said, setSaid] = useState<Said | null>(null)
    useEffect(() => {
      let gone = false
      saidOf(services, attemptId).then(
        (found) => !gone && setSaid(found),
        // a browser that can't keep a review has no remarks; the debrief does without
        () => {},
      )
      return () => {
        gone = true
      }
    }, [services, attemptId])
    if (said?.attempt !== attemptId) return <Debrief {...props} />
    const { count, Tools } = said
    const title = t('attempt.forYou', { n: count })
    return <Debrief {...props} reviewing={{ reader: 'trainee', at: null, title, Tools }} />
  }
}

/** Most calls have no remarks: texts and parts are read for those that have some. */
async function saidOf(services: PageProps['services'], attempt: string): Promise<Said | null> {
  const count = threadsForTrainee(await services.review.remarksOf(attempt)).length
  if (count === 0) return null
  const [{ traineeTools }] = await Promise.all([
    import('./TraineeTools.tsx'),
    loadNamespaces(['review']),
  ])
  return { attempt, count, Tools: traineeTools(services) }
}
