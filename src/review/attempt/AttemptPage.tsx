import { type ComponentType, useMemo, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import type { Reviewing } from '../../ui/reviewing.ts'
import type { PageProps } from '../../ui/services.ts'
import { useReview } from '../book/useBook.ts'
import { ReviewRoom } from '../frame/ReviewFrame.tsx'
import { ReviewerTools } from './ReviewerTools.tsx'
import { reviewedStore } from './reviewedStore.ts'
import { siblingsIn } from './siblings.ts'

/** The debrief, as the composition root hands it over: this room doesn't know the desk. */
export type DebriefRoom = ComponentType<PageProps & { readonly reviewing?: Reviewing }>

/** An attempt's page: the debrief with the reviewer's tools in it. */
export function attemptPage(Debrief: DebriefRoom): ComponentType<PageProps> {
  return function AttemptPage(props: PageProps) {
    return (
      <ReviewRoom {...props}>
        <Attempt Debrief={Debrief} {...props} />
      </ReviewRoom>
    )
  }
}

function Attempt({
  Debrief,
  services,
  navigate,
  params,
}: PageProps & { readonly Debrief: DebriefRoom }) {
  const t = useT('review')
  const { book } = useReview()
  const reviewed = useMemo(
    () => ({ ...services, store: reviewedStore(services.store, services.review) }),
    [services],
  )
  const [at] = useState(askedMoment)
  const reviewing = useMemo((): Reviewing => {
    return {
      reader: 'reviewer',
      at,
      title: t('attempt.tools'),
      Tools: ReviewerTools,
      siblings: (header) => siblingsIn(book.pages, book.store, header),
    }
  }, [t, at, book])
  return (
    <Debrief
      services={reviewed}
      navigate={(to) => navigate(backInto(to))}
      params={params}
      reviewing={reviewing}
    />
  )
}

/** The moment that the address asks for. */
function askedMoment(): Reviewing['at'] {
  const asked = new URLSearchParams(location.search)
  return { atMs: whole(asked.get('at')), n: whole(asked.get('n')) }
}

/** Where the debrief leads, in the review's own rooms. */
function backInto(to: string): string {
  if (to === '/') return '/review/attempts'
  return to.replace(/^\/debrief\//, '/review/attempt/')
}

function whole(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}
