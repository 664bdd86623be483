import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useReview } from '../book/useBook.ts'

/** In the place of figures where there are none: why, and what to do. */
export function NoResults() {
  const t = useT('review')
  const { state, navigate } = useReview()
  if (state.pages.sheets.length > 0)
    return (
      <Panel aria-label={t('none.title')}>
        <p role="status">{t('none.filtered')}</p>
      </Panel>
    )
  return (
    <Panel title={t('none.title')}>
      <p>{t('none.about')}</p>
      <Button look="primary" onClick={() => navigate('/review/data')}>
        {t('none.go')}
      </Button>
    </Panel>
  )
}
