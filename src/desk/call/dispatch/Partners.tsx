import { useMemo } from 'react'
import type { PartnerView } from '../../../core/sim/view.ts'
import { useLanguage, useT } from '../../../ui/i18n/i18n.ts'
import { Kbd } from '../../../ui/kit/Kbd.tsx'
import { Popover } from '../../../ui/kit/Popover.tsx'
import { useDesk, useDeskView } from '../deskContext.ts'
import { PickList } from '../PickList.tsx'
import { partnerEntries, shownPartners } from '../partnerEntries.ts'
import styles from './dispatch.module.css'

/** Chips on the panel; one more opens the rest. */
const CHIPS = 5

/** Partners with how they stand; a click tells them, again passes on what is new. */
export function Partners() {
  const { partners } = useDeskView()
  const { acts } = useDesk()
  const keys: Readonly<Record<string, string | undefined>> = {
    '119': acts.tell119.keys[0],
    '120': acts.tell120.keys[0],
    'duty-lead': acts.tellLead.keys[0],
  }
  return (
    <div className={styles.partners}>
      {shownPartners(partners, CHIPS).map((partner) => (
        <Chip key={partner.id} partner={partner} hint={keys[partner.id]} />
      ))}
      <More partners={partners} />
    </div>
  )
}

function Chip({ partner, hint }: { partner: PartnerView; hint: string | undefined }) {
  const t = useT('desk')
  const lang = useLanguage()
  const { perform } = useDesk()
  const { status } = partner
  return (
    <button
      type="button"
      className={styles.partner}
      data-status={status}
      title={partner.name[lang]}
      aria-keyshortcuts={hint}
      onClick={(event) => perform({ do: 'tell', partner: partner.id }, event.timeStamp)}
    >
      <span>{partner.short[lang]}</span>
      {status !== 'none' && <small>{t(`dispatch.partner.${status}`)}</small>}
      {status === 'none' && hint !== undefined && <Kbd keys={hint} decorative />}
    </button>
  )
}

function More({ partners }: { partners: readonly PartnerView[] }) {
  const t = useT('desk')
  const lang = useLanguage()
  const { ui, acts, perform } = useDesk()
  const entries = useMemo(() => partnerEntries(partners), [partners])
  const [hint] = acts.partners.keys
  return (
    <Popover
      label={t('dispatch.partners')}
      side="left"
      anchor={ui.api.panels.dispatch}
      open={ui.open === 'partners'}
      onOpenChange={ui.api.onOpenChange('partners')}
      returnsFocus={ui.api.returnsFocus}
      trigger={
        <button type="button" className={styles.partner} aria-keyshortcuts={hint}>
          <span>{t('dispatch.more')}</span>
          <Kbd keys="D" decorative />
        </button>
      }
    >
      <div className={styles.pop}>
        <PickList
          label={t('dispatch.findPartner')}
          entries={entries}
          onPick={({ partner }, timeStamp) => {
            ui.api.show(null)
            perform({ do: 'tell', partner: partner.id }, timeStamp)
          }}
          note={({ partner }) =>
            partner.status === 'none'
              ? partner.short[lang]
              : t(`dispatch.partner.${partner.status}`)
          }
        />
      </div>
    </Popover>
  )
}
