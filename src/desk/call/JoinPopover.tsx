import { useEffect, useMemo, useRef, useState } from 'react'
import type { PartnerView } from '../../core/sim/view.ts'
import type { Action } from '../../ui/actions.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import { Popover } from '../../ui/kit/Popover.tsx'
import { useDesk, useDeskView } from './deskContext.ts'
import styles from './JoinPopover.module.css'
import { KeyLayer } from './KeyLayer.tsx'
import { PickList } from './PickList.tsx'
import { partnerEntries } from './partnerEntries.ts'

export interface JoinPopoverProps {
  readonly part: 'three-way' | 'transfer'
  /** Looks so; the attempt is still answered. */
  readonly disabled: boolean
}

/** Three-way call and one-key transfer: first whom, then with the caller's knowledge or without. */
export function JoinPopover({ part, disabled }: JoinPopoverProps) {
  const t = useT('desk')
  const { acts, ui } = useDesk()
  const action = part === 'three-way' ? acts.threeWay : acts.transfer
  return (
    <Popover
      label={t(part === 'three-way' ? 'join.threeWay' : 'join.transfer')}
      trigger={<ActionButton action={action} aria-disabled={disabled} />}
      side="right"
      anchor={ui.api.panels.line}
      open={ui.open === part}
      onOpenChange={ui.api.onOpenChange(part)}
      returnsFocus={ui.api.returnsFocus}
    >
      <Choice part={part} lineDown={disabled} />
    </Popover>
  )
}

function Choice({ part, lineDown }: { part: JoinPopoverProps['part']; lineDown: boolean }) {
  const t = useT('desk')
  const lang = useLanguage()
  const { partners } = useDeskView()
  const [chosen, setChosen] = useState<PartnerView | null>(null)
  const entries = useMemo(() => partnerEntries(partners), [partners])
  if (chosen) return <Manner part={part} partner={chosen} onBack={() => setChosen(null)} />
  return (
    <div className={styles.box}>
      <h3>{t(part === 'three-way' ? 'join.whom' : 'join.to')}</h3>
      {lineDown && <p className={styles.note}>{t('join.noLine')}</p>}
      <PickList
        label={t('join.pick')}
        entries={entries}
        onPick={({ partner }) => setChosen(partner)}
        note={({ partner }) =>
          partner.status === 'none' ? partner.short[lang] : t(`dispatch.partner.${partner.status}`)
        }
      />
    </div>
  )
}

interface MannerProps {
  readonly part: JoinPopoverProps['part']
  readonly partner: PartnerView
  readonly onBack: () => void
}

/** With a word to the caller, or at once: 1 or 2. */
function Manner({ part, partner, onBack }: MannerProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const { perform, ui } = useDesk()
  const actions = useMemo<readonly [Action, Action]>(() => {
    const act = (told: boolean) => (timeStamp: number) => {
      ui.api.show(null)
      perform(
        part === 'three-way'
          ? { do: 'bridge', partner: partner.id, announced: told }
          : { do: 'transfer', partner: partner.id, asked: told },
        timeStamp,
      )
    }
    const three = part === 'three-way'
    return [
      {
        id: `desk.${part}-told`,
        label: three ? 'desk:join.announced' : 'desk:join.asked',
        keys: ['1'],
        perform: act(true),
      },
      {
        id: `desk.${part}-at-once`,
        label: three ? 'desk:join.atOnce' : 'desk:join.unasked',
        keys: ['2'],
        perform: act(false),
      },
    ]
  }, [part, partner.id, perform, ui.api])
  const [told, atOnce] = actions
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <KeyLayer actions={actions}>
      <div className={styles.box}>
        <div className={styles.head}>
          <h3>{partner.name[lang]}</h3>
          <Button look="quiet" onClick={onBack}>
            {t('join.back')}
          </Button>
        </div>
        <ActionButton ref={first} action={told} className={styles.manner} />
        <ActionButton action={atOnce} className={styles.manner} />
      </div>
    </KeyLayer>
  )
}
