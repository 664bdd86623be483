import { PARTS } from '../../core/scenario/texts/spot.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { useStudio } from '../studio.ts'
import { lock, stillRight, turn } from './acts.ts'
import { ExchangeButtons } from './ExchangeButtons.tsx'
import styles from './Languages.module.css'
import type { Texts } from './texts.ts'
import type { Shown } from './useShown.ts'

export interface ToolbarProps {
  readonly texts: Texts
  readonly shown: Shown
}

/** Above the table: which way, which texts, how far, and what comes and goes as files. */
export function Toolbar({ texts, shown }: ToolbarProps) {
  const t = useT('studio')
  const studio = useStudio()
  const { track, counts, entries, statusOf } = texts
  const { filter, part, query } = shown
  const changed = shown.rows.filter((entry) => statusOf(entry) === 'changed')
  return (
    <div className={styles.bars}>
      <div className={styles.bar}>
        <Segmented
          label={t('languages.direction')}
          value={track.source}
          onChange={(source) => turn(studio, texts, source)}
          options={[
            { value: 'zh', label: t('languages.zhToEn') },
            { value: 'en', label: t('languages.enToZh') },
          ]}
        />
        <Segmented
          label={t('languages.filter')}
          value={filter}
          onChange={shown.setFilter}
          options={(['all', 'missing', 'changed'] as const).map((value) => ({
            value,
            label: t(`languages.${value}`, { n: counts[value] }),
          }))}
        />
        <select
          className={styles.field}
          aria-label={t('languages.part')}
          value={part ?? ''}
          onChange={({ target }) =>
            shown.setPart(PARTS.find((one) => one === target.value) ?? null)
          }
        >
          <option value="">{t('languages.everyPart')}</option>
          {PARTS.filter((one) => entries.some((entry) => entry.part === one)).map((one) => (
            <option key={one} value={one}>
              {t(`languages.parts.${one}`)}
            </option>
          ))}
        </select>
        <label className={styles.find}>
          <Icon name="search" />
          <input
            type="search"
            aria-label={t('languages.find')}
            placeholder={t('languages.find')}
            value={query}
            onChange={({ target }) => shown.setQuery(target.value)}
          />
        </label>
        <Progress done={counts.done} all={counts.all} />
      </div>
      <div className={styles.bar}>
        <ExchangeButtons texts={texts} />
        {changed.length > 1 && filter === 'changed' && (
          <Button
            title={t('languages.stillHint')}
            onClick={() => stillRight(studio, texts, new Set(changed.map(({ id }) => id)))}
          >
            <Icon name="check" /> {t('languages.stillAll', { n: changed.length })}
          </Button>
        )}
        {track.agreed.size === 0 && entries.length > 0 && (
          <p className={styles.note}>{t('languages.untracked')}</p>
        )}
        <Button
          className={styles.lock}
          aria-pressed={track.isLocked}
          title={t('languages.lockHint')}
          onClick={() => lock(studio, texts, !track.isLocked)}
        >
          <Icon name="lock" /> {t(track.isLocked ? 'languages.unlock' : 'languages.lock')}
        </Button>
      </div>
    </div>
  )
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  const t = useT('studio')
  return (
    <div className={styles.progress}>
      <span aria-hidden="true" className={styles.meter}>
        <span style={{ width: `${all === 0 ? 0 : (100 * done) / all}%` }} />
      </span>
      <span role="status">{t('languages.progress', { done, all })}</span>
    </div>
  )
}
