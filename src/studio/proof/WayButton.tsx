import type { Text } from '../../core/scenario/primitives.ts'
import type { Route } from '../../core/scenario/proof/route.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { type ShowWay, wayTo } from './way.ts'

export interface WayButtonProps {
  readonly what: Text
  readonly route: Route
  readonly onShow: ShowWay
}

/** Shows how it gets there. */
export function WayButton({ what, route, onShow }: WayButtonProps) {
  const t = useT('studio')
  const lang = useLanguage()
  return (
    <Button
      aria-label={t('proof.showIt', { what: what[lang] })}
      onClick={() => onShow(wayTo(what, route.steps))}
    >
      {t('proof.shown')}
    </Button>
  )
}
